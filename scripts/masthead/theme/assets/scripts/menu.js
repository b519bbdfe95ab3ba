// Escape closes the menu of small screens, and the focus returns to its button. Without this it is a plain disclosure.

const menu = document.querySelector(".mh-menu");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  const isInside = menu.contains(document.activeElement);
  menu.open = false;
  if (isInside) menu.firstElementChild.focus();
});
