// The filters of the search page: kinds as buttons, all else as lists, each with the number of results it would leave.

const FIRST = "Kind";

/** Fill `form` for whatever is found, and tell `list` what is left of it. */
export const filterForm = (form, list) => {
  let found;
  const update = () => {
    const chosen = new Map([...new FormData(form)].filter(([, value]) => value));
    draw(form, found?.results ?? [], chosen);
    return list(found, (found?.results ?? []).filter((result) => fits(result, chosen)));
  };
  form.addEventListener("change", update);
  return {
    show: (next) => {
      found = next;
      return update();
    },
  };
};

const fits = (result, chosen, but) =>
  [...chosen].every(([name, value]) => name === but || result.facets.some(([one, other]) => one === name && other === value));

const draw = (form, results, chosen) => {
  const focused = document.activeElement?.closest?.(".mh-results__filters") && document.activeElement;
  const names = [...new Set(results.flatMap((result) => result.facets.map(([name]) => name)))];
  const parts = [FIRST, ...names.filter((name) => name !== FIRST).sort()].map((name) => {
    const left = results.filter((result) => fits(result, chosen, name));
    const counts = new Map();
    for (const [one, value] of left.flatMap((result) => result.facets)) {
      if (one === name) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const options = [["", left.length], ...[...counts].sort(([one], [other]) => one.localeCompare(other))];
    return (name === FIRST ? buttons : choice)(name, options, chosen.get(name) ?? "");
  });
  form.hidden = !results.length;
  form.replaceChildren(...parts);
  if (focused) form.querySelector(`[name="${focused.name}"]${focused.type === "radio" ? ":checked" : ""}`)?.focus();
};

const buttons = (name, options, chosen) => {
  const group = make("fieldset", "mh-results__kinds");
  group.append(make("legend", "mh-results__legend", name));
  for (const [value, count] of options) {
    const label = make("label", "mh-results__kind");
    const radio = Object.assign(make("input", "mh-results__radio"), { type: "radio", name, value, checked: value === chosen });
    label.append(radio, make("span", "mh-results__name", `${value || "All"} (${count})`));
    group.append(label);
  }
  return group;
};

const choice = (name, options, chosen) => {
  const label = make("label", "mh-results__choice", name);
  const select = Object.assign(make("select", "mh-results__select"), { name });
  for (const [value, count] of options) {
    select.append(new Option(value ? `${value} (${count})` : "Any", value, false, value === chosen));
  }
  label.append(select);
  return label;
};

const make = (name, className, text = "") => Object.assign(document.createElement(name), { className, textContent: text });
