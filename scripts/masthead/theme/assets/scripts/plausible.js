// Plausible, which stores nothing. It finds its settings in the element that loads it.

export const start = ({ script, endpoint, site }) => {
  const loader = document.createElement("script");
  Object.assign(loader.dataset, { domain: site, api: endpoint });
  loader.src = script;
  loader.defer = true;
  document.head.append(loader);
};

export const stop = () => {}; // it has nothing to clear up
