// Puts right what is probably a typo, by the words that stand on the site.

const SHORTEST = 4;
const SHORTEST_STEM = 3;
const ENDING = /(?:ing|ed|es|s|ly)$/;

/** The word as it was probably meant; empty where no page has anything like it. */
export const meant = (word, words) => (isKnown(word.toLowerCase(), words) ? word : nearest(word.toLowerCase(), words));

/** Whether two words are forms of one. */
export const areAkin = (one, other) => {
  const [stem, longer] = [one, other].map((word) => word.toLowerCase()).sort((a, b) => a.length - b.length);
  return longer.startsWith(stem.length < SHORTEST ? stem : stem.replace(ENDING, ""));
};

/** Whether a page has the word, its stem, or a word that begins with it: somebody may still be typing. */
const isKnown = (word, words) => {
  const bare = word.replace(/['’]/g, "");
  if (bare.length < SHORTEST || !/^\p{L}+$/u.test(bare)) return true;
  const stem = bare.replace(ENDING, "");
  return words.some((known) => known.startsWith(stem.length < SHORTEST_STEM ? bare : stem));
};

/** The word with the fewest slips; of several the most frequent, for it comes first. */
const nearest = (word, words) => {
  let best = "";
  let fewest = word.length < 6 ? 1.5 : 2.5;
  for (const known of words) {
    if (Math.abs(known.length - word.length) >= fewest) continue;
    const slips = distance(word, known);
    if (slips < fewest) [best, fewest] = [known, slips];
  }
  return best;
};

/** Letters left out, added, mistaken or swapped (Damerau’s and Levenshtein’s distance, in its restricted form). */
const distance = (one, other) => {
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
};
