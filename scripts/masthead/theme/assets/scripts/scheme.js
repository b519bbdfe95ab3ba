// The colours: the system's, unless the visitor has chosen others. No module: it runs before anything is painted.
(() => {
  const KEY = "mh-scheme";
  const root = document.documentElement;

  const show = (scheme) => {
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    const choice = document.querySelector(`[name="${KEY}"][value="${root.dataset.scheme ?? ""}"]`);
    if (choice) choice.checked = true;
  };

  // A browser may refuse its storage: then a choice holds for the page.
  const stored = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return root.dataset.scheme;
    }
  };

  const store = (scheme) => {
    try {
      if (scheme) localStorage.setItem(KEY, scheme);
      else localStorage.removeItem(KEY);
    } catch {
      // Nothing to be done.
    }
  };

  root.dataset.scripted = "";
  show(stored());
  // As soon as there is a footer; when a browser has filled in what was chosen before; when it is chosen in another tab.
  for (const moment of ["DOMContentLoaded", "pageshow", "storage"]) addEventListener(moment, () => show(stored()));
  addEventListener("change", ({ target }) => {
    if (target.name !== KEY) return;
    store(target.value);
    show(target.value);
  });
})();
