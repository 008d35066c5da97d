// What the entries ask of what they are given before the code behind them sees it: the shapes alone, named in
// a TypeError or RangeError. What the numbers mean for each other is checked where it is known.
//
// A shape is a function: value -> nothing when it fits, else where in it what is wrong.

/** Returns the function, given only what fits the shapes of its arguments; `act` says what it then cannot do. */
export function checked(act, shapes, run) {
  return (...given) => {
    for (const [place, [name, shape]] of Object.entries(shapes).entries()) {
      const wrong = shape(given[place]);
      if (wrong === undefined) continue;
      const { path = "", wanted, value, Fault = TypeError } = wrong;
      throw new Fault(`Cannot ${act}: ${name}${path} is ${inWords(value)}, not ${wanted}`);
    }
    return run(...given);
  };
}

function inWords(value) {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) {
    const name = value.constructor?.name;
    return typeof name === "string" && !["", "Object"].includes(name) ? `a ${name}` : "an object";
  }
  return String(value);
}

const that = (wanted, fits) => (value) => (fits(value) ? undefined : { wanted, value });

/** A number that lies within bounds; outside them it is a RangeError. */
const numberThat = (wanted, fits) => (value) => {
  if (typeof value !== "number") return { wanted, value };
  return fits(value) ? undefined : { wanted, value, Fault: RangeError };
};

/** What kind of thing a value is; the same for one that comes from another realm, as under some test runners. */
const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

const isObject = (value) =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !ArrayBuffer.isView(value);

const isList = (value) =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

const within = (step, wrong) => wrong && { ...wrong, path: step + (wrong.path ?? "") };

export const text = that("a string", (value) => typeof value === "string");
export const number = that("a number", (value) => typeof value === "number");
export const boolean = that("true or false", (value) => typeof value === "boolean");
export const callback = that("a function", (value) => typeof value === "function");
export const setOf = (wanted) => that(wanted, (value) => tagOf(value) === "Set");

export const limit = numberThat(
  "a whole number from 0 on, or Infinity",
  (value) => value >= 0 && (Number.isInteger(value) || value === Infinity),
);
export const seed = numberThat(
  "a whole number from 0 to 4294967295",
  (value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32,
);
export const wholeFrom1 = numberThat(
  "a whole number from 1 on",
  (value) => Number.isSafeInteger(value) && value > 0,
);
export const weeklyHours = numberThat(
  "a number above 0, at most 168",
  (value) => value > 0 && value <= 168,
);

export const oneOf = (...values) =>
  that(`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`, (value) =>
    values.includes(value),
  );

export const maybe = (shape) => (value) => (value === undefined ? undefined : shape(value));

/** An array, or a typed one, each of whose items fits. */
export const list = (shape) => (value) => {
  if (!isList(value)) return { wanted: "an array", value };
  for (let i = 0; i < value.length; i++) {
    const wrong = shape(value[i]);
    if (wrong !== undefined) return within(`[${i}]`, wrong);
  }
  return undefined;
};

/** A plain object whose named fields fit; what else it has is not looked at. */
export const object = (fields) => {
  const all = Object.entries(fields);
  return (value) => {
    if (!isObject(value)) return { wanted: "an object", value };
    for (const [name, shape] of all) {
      const wrong = shape(value[name]);
      if (wrong !== undefined) return within(`.${name}`, wrong);
    }
    return undefined;
  };
};

/** An object of any names, each of whose values fits. */
export const record = (shape) => (value) => {
  if (!isObject(value)) return { wanted: "an object", value };
  for (const [name, own] of Object.entries(value)) {
    const wrong = shape(own);
    if (wrong !== undefined) return within(`[${JSON.stringify(name)}]`, wrong);
  }
  return undefined;
};

export const bytes = that(
  "bytes (a Uint8Array, Buffer or ArrayBuffer)",
  (value) => ArrayBuffer.isView(value) || tagOf(value) === "ArrayBuffer",
);

/** A Map or plain object of file names and their bytes. */
export const files = (value) => {
  if (!["Map", "Object"].includes(tagOf(value))) {
    return { wanted: "a Map or plain object of file names and their bytes", value };
  }
  for (const [name, own] of entriesOf(value)) {
    if (typeof name !== "string") return { path: ": the name", wanted: "a string", value: name };
    const wrong = bytes(own);
    if (wrong !== undefined) return within(`[${JSON.stringify(name)}]`, wrong);
  }
  return undefined;
};

const entriesOf = (value) => (tagOf(value) === "Map" ? [...value] : Object.entries(value));

/** Returns the same bytes as the readers want them. */
export function asBytes(value) {
  if (tagOf(value) === "Uint8Array") return value;
  return ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value);
}

/** Returns the files as a Map. */
export function asFiles(value) {
  return new Map(entriesOf(value).map(([name, own]) => [name, asBytes(own)]));
}

export const catalogue = that(
  "a catalogue (the `catalogue` in what readOnet, readEsco, readBls or readStarter gives)",
  (value) =>
    isObject(value) &&
    typeof value.id === "string" &&
    ["ids", "titles", "aliases", "groups", "elements", "licences"].every((name) =>
      Array.isArray(value[name]),
    ) &&
    ["level", "importance", "zones", "payMedian"].every((name) =>
      ArrayBuffer.isView(value[name]),
    ) &&
    isObject(value.skills),
);

export const person = that(
  "where a person stands (what settledPerson gives)",
  (value) =>
    isObject(value) &&
    Array.isArray(value.presentRows) &&
    tagOf(value.heldLicences) === "Set" &&
    tagOf(value.heldCredentialIds) === "Set",
);
