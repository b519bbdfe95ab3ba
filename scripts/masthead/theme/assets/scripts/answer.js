// What this visitor answered when asked: accept, reject, none, or a signal of the browser, which is a no. It stands in
// the root element before anything is painted, so that no page jumps; therefore no module.
(() => {
  const root = document.documentElement;
  const { version } = document.currentScript.dataset;

  const read = () => {
    if (navigator.globalPrivacyControl || navigator.doNotTrack === "1") return "signal";
    const [, answer, asked] = document.cookie.match(/(?:^|; )mh-consent=(accept|reject)\.(\w+)/) ?? [];
    return asked === version ? answer : "none";
  };

  const show = () => {
    root.dataset.consent = read();
  };

  show();
  addEventListener("pageshow", (event) => event.persisted && show()); // back to a page as it was left
})();
