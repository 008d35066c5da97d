// A title as people write it -> the words that are compared: lower case, without accents, stop words,
// levels and noise, stemmed lightly, British endings as American ones. Weights are title-index.ts's.

/** Words that say nothing about the work. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  "a an and the of for in on to with or at by from as my our all other etc except including not".split(
    " ",
  ),
);

/** Levels within an occupation; they are left out when anything else remains. */
const LEVEL_PATTERN =
  /^(?:i{1,3}|iv|vi{0,3}|\d{1,2}|[a-d]|l\d|lvl\d?|level|grade|tier|band|step|class)$/;

/** Words for seniority and for vacancy noise: they weigh less than words that name the work. */
const WEAK_WORDS: ReadonlySet<string> = new Set(
  // Not "assistant", "associate", "lead", "head" or "registered": they as often name the work itself.
  (
    "senior junior chief principal staff deputy trainee entry experienced " +
    "qualified acting interim " +
    "part full time fulltime parttime temporary temp remote night evening weekend day shift prn per diem " +
    "casual seasonal contract permanent freelance hybrid urgent hiring wanted new"
  ).split(" "),
);

/** Words longer than this are cut, so that no input can make the comparison slow. */
const LONGEST_WORD = 40;
/** Characters of a title that are read; real titles have under 150. */
export const LONGEST_TITLE = 400;
/** Words of a title that are compared; real titles have under 15. */
const MOST_WORDS = 24;

/** British endings and their American spelling, tried in order; the first that applies is taken. */
const AMERICAN_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // "supervise", "enterprise", "advertise" and "merchandise" are spelled so on both sides.
  [/^(.+[^aeouvrcmtdp])is(e|er|ed|ing)$/, "$1iz$2"],
  [/^(.+)isation$/, "$1ization"],
  [/^(.+)lys(e|er|ed|ing)$/, "$1lyz$2"],
  [/^((?:lab|harb|col|behavi|neighb|hon|parl|arm|rum|tum|vap|val)o)ur(.*)$/, "$1r$2"],
  [/^(cent|theat|fib|met|lit|calib)re$/, "$1er"],
  [
    /^(counsel|travel|jewel|model|label|fuel|cancel|channel|panel|signal|tunnel|chisel|level)l(or|er|ing|ed)$/,
    "$1$2",
  ],
  [/^(lic|def|off)ence$/, "$1ense"],
  [/^(cata|dia|ana|pro)logue$/, "$1log"],
  [/^programme$/, "program"],
  [/^(an|gyn|h|orthop|p)ae(.+)$/, "$1e$2"],
  [/^tyre$/, "tire"],
  [/^mould(.*)$/, "mold$1"],
];

/** What every word that the list changes has: most words are past after this one look. */
const MAYBE_BRITISH = /is[aei]|lys|our|re$|l(?:or|er|ing|ed)$|ence$|logue$|programme|ae|tyre|mould/;

function americanSpellingOf(word: string): string {
  if (word.length < 4 || !MAYBE_BRITISH.test(word)) return word;
  for (const [pattern, replacement] of AMERICAN_SPELLINGS) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}

function singularOf(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith("s") && !/(?:ss|us|is|ics)$/.test(word)) {
    return word.slice(0, -1);
  }
  return word;
}

/** Returns the word in the one form in which it is compared. */
export function stemOf(word: string): string {
  return americanSpellingOf(singularOf(word));
}

/** Most titles: letters, digits and spaces only, and no word that is joined to the next. */
const PLAIN = /^(?!.*\b(?:front|back) end\b)[a-z0-9 ]*$/i;

/** What needs no look at accents and other scripts. */
const ASCII = /^[ -~]*$/;

/** Returns the text in lower case and plain letters, joined words as one, at most LONGEST_TITLE long. */
function plainTextOf(title: string): string {
  const text = title.slice(0, LONGEST_TITLE);
  if (PLAIN.test(text)) return text.toLowerCase();
  const ascii = ASCII.test(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, "");
  return ascii
    .toLowerCase()
    .replace(/['’‘`´]/g, "")
    .replace(/\.net\b/g, " dotnet")
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
    .replace(/\b(front|back)[ -]end\b/g, "$1end")
    .replace(/\be-(?=[a-z])/g, "e")
    .replace(/&/g, " and ");
}

/** Words as they are written -> as they are compared; kept by whoever reads many titles. */
export type KnownStems = Map<string, string>;

/**
 * Returns the words of a title as they are compared, in order, at most 24. Levels ("II", "grade 5") are
 * left out when anything else remains. Empty for a text without letters or digits.
 */
export function wordsOfTitle(title: string, known: KnownStems = new Map()): string[] {
  const text = plainTextOf(title);
  const pattern = ASCII.test(text) ? /[a-z0-9][a-z0-9+#]*/g : /[\p{L}\p{N}][\p{L}\p{N}+#]*/gu;
  const found: string[] = text.match(pattern) ?? [];
  const kept = found.filter((word) => !STOP_WORDS.has(word));
  const named = kept.filter((word) => !LEVEL_PATTERN.test(word));
  const words = named.length > 0 ? named : kept;
  return words.slice(0, MOST_WORDS).map((word) => {
    const stem = known.get(word) ?? stemOf(word.slice(0, LONGEST_WORD));
    known.set(word, stem);
    return stem;
  });
}

/** Returns whether the word (as wordsOfTitle gives it) says how senior or when rather than what. */
export function isWeakWord(word: string): boolean {
  return WEAK_WORDS.has(word);
}
