// Another page of this site as a document, with links that lead on from where it stands.

/** XMLHttpRequest makes the document itself, so that no text becomes HTML here (Trusted Types). */
export const fetched = (href) =>
  new Promise((resolve, reject) => {
    const request = Object.assign(new XMLHttpRequest(), { responseType: "document" });
    const fail = () => reject(new Error(href));
    request.open("GET", href);
    request.onload = () => (request.status === 200 && request.response ? resolve(rooted(request.response)) : fail());
    request.onerror = fail;
    request.send();
  });

const rooted = (page) => {
  for (const link of page.querySelectorAll("[data-by] a")) link.href = link.href;
  return page;
};
