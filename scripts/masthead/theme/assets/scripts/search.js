// Wakes the search when somebody goes to its field: until then nothing of it is fetched.

const form = document.querySelector(".mh-search");
const field = form.querySelector(".mh-search__field");
const page = document.querySelector("[data-results]");

const wake = async () => {
  field.removeEventListener("focus", wake);
  const { answer } = await import("./results.js");
  answer(form, page);
};

field.addEventListener("focus", wake);
if (document.activeElement === field) wake();

// The search page is there to search: a question in its address is answered at once.
if (page) {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) wake();
}
