// What a page in a browser asks of its readers. Each function returns sentences, and none where nothing is wrong.

const judge = (() => {
  const FOCUSABLE = 'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';
  const TARGET_PX = 24; // WCAG 2.5.8
  const HARMLESS = /^(color|background|background-.+|border|border-.+|outline|outline-.+|box-shadow|text-decoration.*|text-underline-.+|transition.*|cursor|fill|stroke|filter|translate|scale|transform|--.+)$/;

  const all = (selector) => [...document.querySelectorAll(selector)];
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
  const name = (element) => {
    const words = (element.textContent || element.getAttribute('aria-label') || element.name || '').trim().replace(/\s+/g, ' ');
    return `<${element.localName}${element.className ? ` class="${element.className}"` : ''}> “${words.slice(0, 40)}”`;
  };
  const isHidden = (element) => {
    const style = getComputedStyle(element);
    return style.clipPath !== 'none' && element.getBoundingClientRect().width <= 1;
  };

  // Every piece of text that is seen, with its lines.
  function* texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.data.trim() || !isSeen(node.parentElement) || node.parentElement.closest('script, style, option')) continue;
      if ([...ancestors(node.parentElement)].some(isHidden)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      yield { node, lines: [...range.getClientRects()].filter((line) => line.width > 0) };
    }
  }

  function* ancestors(element) {
    for (let one = element; one; one = one.parentElement) yield one;
  }

  const inside = (line, box) => line.left >= box.left - 1 && line.right <= box.right + 1 && line.top >= box.top - 1 && line.bottom <= box.bottom + 1;

  // WCAG 1.4.4, 1.4.12: no text is cut off by a box that does not scroll.
  function cut() {
    const found = [];
    for (const { node, lines } of texts()) {
      for (const box of ancestors(node.parentElement)) {
        const style = getComputedStyle(box);
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
        if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
        if (lines.some((line) => !inside(line, box.getBoundingClientRect()))) found.push(`“${node.data.trim().slice(0, 40)}” is cut off by ${name(box)}`);
      }
    }
    return found;
  }

  // WCAG 1.4.12: no line stands on another. Of each line only the middle half counts, where letters are.
  function overlaps() {
    const lines = [...texts()].flatMap(({ node, lines }) => lines.map((line) => {
      const quarter = line.height / 4;
      return { node, left: line.left + 1, right: line.right - 1, top: line.top + quarter, bottom: line.bottom - quarter };
    })).sort((one, other) => one.top - other.top);
    const found = new Set();
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1)) {
        if (other.top >= one.bottom) break;
        if (one.node !== other.node && other.left < one.right && one.left < other.right && other.bottom > one.top) {
          found.add(`“${one.node.data.trim().slice(0, 40)}” and “${other.node.data.trim().slice(0, 40)}” stand on one another`);
        }
      }
    });
    return [...found];
  }

  // WCAG 1.4.10
  const wide = () => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth - root.clientWidth} px wider than the screen`] : [];
  };

  // WCAG 2.5.8: a target is large enough, or stands in a line of text, or a circle around it meets no other target.
  function small() {
    const targets = all('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]')
      .filter((element) => isSeen(element) && !isHidden(element))
      .map((element) => ({ element, box: boxOf(element) }));
    const isSmall = ({ box }) => box.width < TARGET_PX - 0.01 || box.height < TARGET_PX - 0.01;
    return targets.filter(isSmall).filter(({ element }) => !isInText(element)).filter((one) => targets.some((other) => {
      if (other.element === one.element || one.element.contains(other.element) || other.element.contains(one.element)) return false;
      const centre = middle(one.box);
      if (isSmall(other)) return Math.hypot(centre.x - middle(other.box).x, centre.y - middle(other.box).y) < TARGET_PX;
      const aside = Math.max(other.box.left - centre.x, centre.x - other.box.right, 0);
      const above = Math.max(other.box.top - centre.y, centre.y - other.box.bottom, 0);
      return Math.hypot(aside, above) < TARGET_PX / 2;
    })).map(({ element, box }) => `${name(element)} is ${Math.round(box.width)} by ${Math.round(box.height)} px, and too near to another`);
  }

  // A box with its label, which can be clicked as well; and what is drawn around the words by padding of the element.
  function boxOf(element) {
    const boxes = [element, ...(element.labels ?? [])].filter(isSeen).map((one) => one.getBoundingClientRect());
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
    const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }

  const middle = (box) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });

  function isInText(element) {
    if (getComputedStyle(element).display !== 'inline') return false;
    const block = [...ancestors(element.parentElement)].find((one) => !getComputedStyle(one).display.startsWith('inline'));
    const others = [...block.childNodes].filter((node) => !node.contains(element)).map((node) => node.textContent).join('');
    return /\p{L}|\p{N}/u.test(others);
  }

  // WCAG 2.3.3, for those who asked for less motion.
  function moving() {
    const found = document.getAnimations().map((one) => `something moves: ${one.animationName ?? one.transitionProperty}`);
    for (const element of all('*')) {
      const style = getComputedStyle(element);
      const times = `${style.transitionDuration}, ${style.animationDuration}`.split(', ').map(parseFloat);
      if (times.some((seconds) => seconds > 0)) found.push(`${name(element)} takes ${Math.max(...times)} s to change`);
      if (style.scrollBehavior === 'smooth') found.push(`${name(element)} scrolls smoothly`);
    }
    return found;
  }

  // WCAG 1.4.13: nothing appears because a pointer rests on something.
  function hovered(rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
    return rules.flatMap((rule) => [
      ...(rule.cssRules?.length ? hovered([...rule.cssRules]) : []),
      ...(rule.selectorText?.includes(':hover') ? [...rule.style].filter((property) => !HARMLESS.test(property)).map((property) => `${rule.selectorText} changes ${property}`) : []),
    ]);
  }

  // One first heading, of the first level; and none that skips a level. Examples of components are no part of a page.
  function headings() {
    const found = all('h1, h2, h3, h4, h5, h6').filter((one) => isSeen(one) && !one.closest('.mh-exhibit'));
    const levels = found.map((heading) => Number(heading.localName[1]));
    const skipping = found.filter((_, index) => levels[index] > (levels[index - 1] ?? 0) + 1);
    const first = levels.filter((level) => level === 1).length === 1 && levels[0] === 1 ? [] : [`the levels of headings are ${levels.join(' ')}`];
    return [...first, ...skipping.map((heading) => `${name(heading)} skips a level`)];
  }

  // WCAG 3.1.2: a language is named by a tag that a browser knows.
  const tongues = () => all('[lang]').filter(({ lang }) => {
    try {
      return new Intl.DisplayNames('en', { type: 'language' }).of(lang) === lang;
    } catch {
      return true;
    }
  }).map((element) => `${name(element)} is in no language`);

  // Elements as a judge calls them: a number that stays, and the name.
  const numbers = new Map();
  function numbered(element) {
    if (!numbers.has(element)) numbers.set(element, numbers.size + 1);
    return `${numbers.get(element)} ${name(element)}`;
  }

  // What the key Tab should reach, in order. Of radio buttons that belong together it reaches one.
  function stops() {
    const groups = new Set();
    const found = all(FOCUSABLE).filter((element) => element.tabIndex >= 0 && !element.matches(':disabled') && isSeen(element) && isFirst(element));
    function isFirst(element) {
      if (element.type !== 'radio') return true;
      const group = all(`input[type=radio][name="${element.name}"]`);
      const one = group.find((radio) => radio.checked) ?? group[0];
      return one === element && !groups.has(element.name) && groups.add(element.name);
    }
    return found.map(numbered);
  }

  // Where the focus is: its place among all elements, what is wrong there, and where on the screen it is.
  function focused() {
    const element = document.activeElement;
    if (element === document.body || element === document.documentElement) return null;
    const style = getComputedStyle(element);
    const [box] = [...element.getClientRects()].filter((one) => one.width * one.height > 16);
    const faults = element.tabIndex > 0 ? [`${name(element)} has a place of its own in the order`] : [];
    if (!box || !isSeen(element) || isHidden(element)) faults.push(`${name(element)} has the focus and is not seen`);
    else if (!isUncovered(element, box)) faults.push(`${name(element)} has the focus and is covered`);
    const kind = `${element.localName} ${element.className || style.color} in ${[...ancestors(element.parentElement)].find((one) => one.className)?.className ?? ''}`;
    const { x, y, width, height } = element.getBoundingClientRect();
    const line = Math.max(...[...element.getClientRects()].map((one) => one.width));
    return { name: numbered(element), kind, faults, line, box: box && { x, y, width, height } };
  }

  // WCAG 2.4.11: at least a part of it is not below anything else, and on the screen.
  function isUncovered(element, box, quantor = 'some') {
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [box.left + x * box.width, box.top + y * box.height]));
    return points[quantor](([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || (top.contains(element) && top !== document.body && top !== document.documentElement));
    });
  }

  // The words that are seen, line by line, and where links lead.
  const told = () => {
    style('form, fieldset, button { display: none !important }'); // what is there for scripts alone, or for the search
    return {
      words: document.body.innerText.split('\n').map((line) => line.trim()).filter(Boolean),
      links: all('a[href]').map((link) => link.getAttribute('href')),
    };
  };

  // WCAG 1.4.12, written where a policy that forbids styles allows it.
  const sheet = new CSSStyleSheet();
  function style(text) {
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }

  async function axe(rules) {
    const found = await globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations', 'incomplete'] });
    const flat = (results) => results.flatMap(({ id, nodes }) => nodes.map((node) => ({ rule: id, html: node.html.slice(0, 200), target: node.target.at(-1) })));
    return { violations: flat(found.violations), undecided: flat(found.incomplete), version: found.testEngine.version };
  }

  // The words of one element: where they stand, in which colour, and how much contrast they need. Their ink is taken away.
  function inkless(selector) {
    const element = document.querySelector(selector);
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const colour = element instanceof SVGElement ? style.fill : style.color;
    const range = document.createRange();
    range.selectNodeContents(element);
    const drawn = element instanceof HTMLSelectElement ? element : range; // the options of a list are drawn when it is open
    const { x, y, width, height } = drawn.getBoundingClientRect();
    const lines = [...drawn.getClientRects()].filter((line) => line.width * line.height > 16);
    if (!lines.every((line) => isUncovered(element, line, 'every'))) return null; // by a panel that can be closed
    element.style.setProperty('-webkit-text-fill-color', 'transparent');
    if (element instanceof SVGElement) element.style.setProperty('fill', 'transparent');
    element.style.setProperty('transition', 'none');
    return { colour, needed, box: { x, y, width, height } };
  }

  return { cut, overlaps, wide, small, moving, hovered, headings, tongues, stops, focused, told, style, axe, inkless };
})();
