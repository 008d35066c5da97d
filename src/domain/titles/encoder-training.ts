// The learning itself: texts as sums of the vectors of their words and word pairs, a softmax over
// occupations on the cosine, a handful of other occupations drawn for each batch in place of all. Everything
// runs in one fixed order, so that a seed gives the same numbers every time. Loops over vectors are written
// out by four, which is what makes them fast here.

import type { RandomSource } from "../random-source.ts";
import { isWeakWord } from "./normalise-title.ts";
import { GRAMS_WEIGHT, PAIR_WEIGHT, WEAK_WORD_SHARE, WORD_WEIGHT } from "./title-encoder.ts";
import type { TrainingTexts } from "./training-texts.ts";
import { addRows, addTo, dot, multiplyRows } from "./vector-kernels.ts";

export interface TrainingSettings {
  /** A multiple of 4. */
  readonly dimensions: number;
  /** Texts of a batch. */
  readonly batch: number;
  /** Occupations drawn at random for each batch, besides those of its texts. */
  readonly negatives: number;
  /** What the cosine is multiplied by in the softmax. */
  readonly sharpness: number;
  /** Chance that a feature is left out for one batch. */
  readonly dropout: number;
  /** Where the mean squared gradient of every row starts. */
  readonly firstSquare: number;
  /** Standard deviation of the numbers that vectors of features start with. */
  readonly spread: number;
}

/** Measured here (docs/method/titles.md). */
export const TRAINING_SETTINGS: TrainingSettings = {
  dimensions: 128,
  batch: 96,
  negatives: 128,
  sharpness: 16,
  dropout: 0.4,
  firstSquare: 1e-3,
  spread: 0.1,
};

/** The sum of two even random numbers less 1 has a standard deviation of 1/√6. */
const TRIANGLE_SCALE = Math.sqrt(6);

/** Most that lies between two neighbouring starts. */
function longestOf(starts: Int32Array): number {
  let longest = 0;
  for (let i = 1; i < starts.length; i++) {
    longest = Math.max(longest, (starts[i] as number) - (starts[i - 1] as number));
  }
  return longest;
}

/** What is learnt, and how far: vectors of features and classes, updated by batches. */
export class EncoderTraining {
  readonly texts: TrainingTexts;
  readonly settings: TrainingSettings;
  readonly random: RandomSource;
  /** Row-major: feature × dimension, and class × dimension. */
  readonly vectors: Float32Array;
  readonly classVectors: Float32Array;
  #squares: Float32Array;
  #classSquares: Float32Array;
  /** Weight of each word's own feature, and of each of its letter groups. */
  readonly wordWeights: Float32Array;
  readonly gramWeights: Float32Array;
  #slotOfWord: Int32Array;
  #slotOfClass: Int32Array;
  /** Words of the batch: the vector, its gradient, the features that were kept. */
  #wordVectors: Float32Array;
  #wordSlopes: Float32Array;
  #kept: Int32Array;
  #keptWeights: Float32Array;
  #keptStarts: Int32Array;
  #batchWords: Int32Array;

  constructor(texts: TrainingTexts, settings: TrainingSettings, random: RandomSource) {
    this.texts = texts;
    this.settings = settings;
    this.random = random;
    const size = settings.dimensions;
    const features = texts.keys.length;
    this.vectors = new Float32Array(features * size);
    for (let i = 0; i < this.vectors.length; i++) {
      this.vectors[i] = (random() + random() - 1) * settings.spread * TRIANGLE_SCALE;
    }
    this.classVectors = new Float32Array(texts.classes * size);
    this.#squares = new Float32Array(features).fill(settings.firstSquare);
    this.#classSquares = new Float32Array(texts.classes).fill(settings.firstSquare);
    const words = texts.words.length;
    this.wordWeights = new Float32Array(words);
    this.gramWeights = new Float32Array(words);
    for (let word = 0; word < words; word++) {
      const rarity = texts.rarity[texts.wordFeatures[word] as number] as number;
      const share = isWeakWord(texts.words[word] as string) ? WEAK_WORD_SHARE : 1;
      const grams = (texts.gramStarts[word + 1] as number) - (texts.gramStarts[word] as number);
      this.wordWeights[word] = WORD_WEIGHT * share * rarity;
      this.gramWeights[word] =
        grams === 0 ? 0 : (GRAMS_WEIGHT * share * Math.sqrt(rarity)) / Math.sqrt(grams);
    }
    this.#slotOfWord = new Int32Array(words).fill(-1);
    this.#slotOfClass = new Int32Array(texts.classes).fill(-1);
    // Room for the longest texts, all of different words, each of the longest.
    const most = Math.min(words, settings.batch * longestOf(texts.starts));
    const room = most * (1 + longestOf(texts.gramStarts));
    this.#wordVectors = new Float32Array(most * size);
    this.#wordSlopes = new Float32Array(most * size);
    this.#keptStarts = new Int32Array(most + 1);
    this.#batchWords = new Int32Array(most);
    this.#kept = new Int32Array(room);
    this.#keptWeights = new Float32Array(room);
  }

  /** Writes the vectors of all words, no feature left out. */
  allWordVectors(): Float32Array {
    const { texts, settings } = this;
    const size = settings.dimensions;
    const found = new Float32Array(texts.words.length * size);
    for (let word = 0; word < texts.words.length; word++) {
      const at = word * size;
      addTo(
        found,
        at,
        this.vectors,
        (texts.wordFeatures[word] as number) * size,
        this.wordWeights[word] as number,
        size,
      );
      const end = texts.gramStarts[word + 1] as number;
      for (let i = texts.gramStarts[word] as number; i < end; i++) {
        addTo(
          found,
          at,
          this.vectors,
          (texts.grams[i] as number) * size,
          this.gramWeights[word] as number,
          size,
        );
      }
    }
    return found;
  }

  /** Writes the unit vector of a text; `words` are those of allWordVectors(). */
  writeText(text: number, words: Float32Array, to: Float32Array, at: number): void {
    const { texts, settings } = this;
    const size = settings.dimensions;
    to.fill(0, at, at + size);
    const end = texts.starts[text + 1] as number;
    for (let i = texts.starts[text] as number; i < end; i++) {
      const word = texts.textWords[i] as number;
      if (word >= 0) addTo(to, at, words, word * size, 1, size);
      const pair = texts.textPairs[i] as number;
      if (pair >= 0) {
        const weight = PAIR_WEIGHT * (texts.rarity[pair] as number);
        addTo(to, at, this.vectors, pair * size, weight, size);
      }
    }
    const norm = Math.sqrt(dot(to, at, to, at, size)) || 1;
    for (let i = at; i < at + size; i++) to[i] = (to[i] as number) / norm;
  }

  /** Returns for each class the unit vector of the mean of its texts, weighed by `weightOf`. */
  #meansOf(weightOf: (text: number) => number): Float32Array {
    const { texts, settings } = this;
    const size = settings.dimensions;
    const words = this.allWordVectors();
    const vector = new Float32Array(size);
    const means = new Float32Array(texts.classes * size);
    for (let text = 0; text < texts.shares.length; text++) {
      const weight = weightOf(text);
      if (weight === 0) continue;
      this.writeText(text, words, vector, 0);
      const end = texts.classStarts[text + 1] as number;
      for (let i = texts.classStarts[text] as number; i < end; i++) {
        addTo(means, (texts.textClasses[i] as number) * size, vector, 0, weight, size);
      }
    }
    for (let at = 0; at < means.length; at += size) {
      const norm = Math.sqrt(dot(means, at, means, at, size)) || 1;
      for (let i = at; i < at + size; i++) means[i] = (means[i] as number) / norm;
    }
    return means;
  }

  /** Class vectors start at the mean of their texts. */
  startClasses(): void {
    this.classVectors.set(this.#meansOf((text) => this.texts.shares[text] as number));
  }

  /** Returns for each class the unit vector of the mean of its labels. */
  labelMeans(): Float32Array {
    return this.#meansOf((text) => this.texts.isLabel[text] as number);
  }

  #addWord(word: number, slot: number): void {
    const { texts, settings, random } = this;
    const size = settings.dimensions;
    const at = slot * size;
    const vectors = this.#wordVectors;
    vectors.fill(0, at, at + size);
    this.#wordSlopes.fill(0, at, at + size);
    let kept = this.#keptStarts[slot] as number;
    if (random() >= settings.dropout) {
      this.#kept[kept] = texts.wordFeatures[word] as number;
      this.#keptWeights[kept++] = this.wordWeights[word] as number;
    }
    const end = texts.gramStarts[word + 1] as number;
    for (let i = texts.gramStarts[word] as number; i < end; i++) {
      if (random() < settings.dropout) continue;
      this.#kept[kept] = texts.grams[i] as number;
      this.#keptWeights[kept++] = this.gramWeights[word] as number;
    }
    for (let i = this.#keptStarts[slot] as number; i < kept; i++) {
      const from = (this.#kept[i] as number) * size;
      addTo(vectors, at, this.vectors, from, this.#keptWeights[i] as number, size);
    }
    this.#keptStarts[slot + 1] = kept;
  }

  /**
   * Learns from texts[from…to) with the class that each is to have, all of one head: classes
   * firstClass … firstClass + classes. Returns the summed loss.
   */
  learn(
    batchTexts: Int32Array,
    batchClasses: Int32Array,
    range: { from: number; to: number; firstClass: number; classes: number; rate: number },
  ): number {
    const { texts, settings, random } = this;
    const { from, to, firstClass, classes, rate } = range;
    const size = settings.dimensions;
    const count = to - from;
    const rows = count + (count & 1);
    // Words of the batch.
    const slotOfWord = this.#slotOfWord;
    const batchWords = this.#batchWords;
    let slots = 0;
    const sums = new Float32Array(rows * size);
    const norms = new Float32Array(count);
    const pairs: number[] = [];
    const pairTexts: number[] = [];
    for (let i = 0; i < count; i++) {
      const text = batchTexts[from + i] as number;
      const end = texts.starts[text + 1] as number;
      const at = i * size;
      for (let place = texts.starts[text] as number; place < end; place++) {
        const word = texts.textWords[place] as number;
        if (word < 0) continue;
        let slot = slotOfWord[word] as number;
        if (slot < 0) {
          slot = slots++;
          slotOfWord[word] = slot;
          batchWords[slot] = word;
          this.#addWord(word, slot);
        }
        addTo(sums, at, this.#wordVectors, slot * size, 1, size);
        const pair = texts.textPairs[place] as number;
        if (pair < 0 || random() < settings.dropout) continue;
        pairs.push(pair);
        pairTexts.push(i);
        const weight = PAIR_WEIGHT * (texts.rarity[pair] as number);
        addTo(sums, at, this.vectors, pair * size, weight, size);
      }
      const norm = Math.sqrt(dot(sums, at, sums, at, size)) || 1;
      norms[i] = norm;
      for (let j = at; j < at + size; j++) sums[j] = (sums[j] as number) / norm;
    }
    // Classes of the batch, then others drawn at random.
    const slotOfClass = this.#slotOfClass;
    const chosen: number[] = [];
    for (let i = from; i < to; i++) {
      const one = batchClasses[i] as number;
      if ((slotOfClass[one] as number) >= 0) continue;
      slotOfClass[one] = chosen.length;
      chosen.push(one);
    }
    const wanted = Math.min(classes, chosen.length + settings.negatives);
    while (chosen.length < wanted) {
      const one = firstClass + Math.floor(random() * classes);
      if ((slotOfClass[one] as number) >= 0) continue;
      slotOfClass[one] = chosen.length;
      chosen.push(one);
    }
    const columns = (chosen.length + 3) & ~3;
    const heads = new Float32Array(columns * size);
    const headNorms = new Float32Array(chosen.length);
    for (let c = 0; c < chosen.length; c++) {
      const at = (chosen[c] as number) * size;
      const norm = Math.sqrt(dot(this.classVectors, at, this.classVectors, at, size)) || 1;
      headNorms[c] = norm;
      const to0 = c * size;
      for (let i = 0; i < size; i++) heads[to0 + i] = (this.classVectors[at + i] as number) / norm;
    }
    const slopes = new Float32Array(rows * columns);
    multiplyRows(sums, rows, heads, columns, slopes, size);
    let loss = 0;
    for (let i = 0; i < count; i++) {
      const at = i * columns;
      const right = at + (slotOfClass[batchClasses[from + i] as number] as number);
      let highest = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < chosen.length; c++) {
        const logit = settings.sharpness * (slopes[at + c] as number);
        slopes[at + c] = logit;
        if (logit > highest) highest = logit;
      }
      let whole = 0;
      for (let c = 0; c < chosen.length; c++) {
        const share = Math.exp((slopes[at + c] as number) - highest);
        slopes[at + c] = share;
        whole += share;
      }
      loss -= Math.log((slopes[right] as number) / whole);
      for (let c = 0; c < chosen.length; c++) {
        slopes[at + c] = ((slopes[at + c] as number) / whole) * settings.sharpness;
      }
      slopes[right] = (slopes[right] as number) - settings.sharpness;
      for (let c = chosen.length; c < columns; c++) slopes[at + c] = 0;
    }
    for (let i = count * columns; i < rows * columns; i++) slopes[i] = 0;
    // Slopes of the texts' and the classes' unit vectors.
    const textSlopes = new Float32Array(rows * size);
    addRows(slopes, rows, heads, columns, textSlopes, size);
    const padded = (rows + 3) & ~3;
    const flipped = new Float32Array(padded * columns);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        flipped[c * padded + r] = slopes[r * columns + c] as number;
      }
    }
    const paddedSums = padded === rows ? sums : new Float32Array(padded * size);
    if (padded !== rows) paddedSums.set(sums);
    const classSlopes = new Float32Array(columns * size);
    addRows(flipped, columns, paddedSums, padded, classSlopes, size);
    for (let c = 0; c < chosen.length; c++) {
      const one = chosen[c] as number;
      slotOfClass[one] = -1;
      const at = c * size;
      const along = dot(classSlopes, at, heads, at, size);
      let squares = 0;
      const norm = headNorms[c] as number;
      for (let i = at; i < at + size; i++) {
        const slope = ((classSlopes[i] as number) - along * (heads[i] as number)) / norm;
        classSlopes[i] = slope;
        squares += slope * slope;
      }
      const square = (this.#classSquares[one] as number) + squares / size;
      this.#classSquares[one] = square;
      addTo(this.classVectors, one * size, classSlopes, at, -rate / Math.sqrt(square), size);
    }
    // Through the norm of each text, then to its words.
    for (let i = 0; i < count; i++) {
      const at = i * size;
      const along = dot(textSlopes, at, sums, at, size);
      const norm = norms[i] as number;
      for (let j = at; j < at + size; j++) {
        textSlopes[j] = ((textSlopes[j] as number) - along * (sums[j] as number)) / norm;
      }
      const text = batchTexts[from + i] as number;
      const end = texts.starts[text + 1] as number;
      for (let place = texts.starts[text] as number; place < end; place++) {
        const word = texts.textWords[place] as number;
        if (word < 0) continue;
        addTo(this.#wordSlopes, (slotOfWord[word] as number) * size, textSlopes, at, 1, size);
      }
    }
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i] as number;
      const at = (pairTexts[i] as number) * size;
      const squares = dot(textSlopes, at, textSlopes, at, size) / size;
      this.#step(pair, PAIR_WEIGHT * (texts.rarity[pair] as number), squares, rate, textSlopes, at);
    }
    for (let slot = 0; slot < slots; slot++) {
      slotOfWord[batchWords[slot] as number] = -1;
      const at = slot * size;
      const squares = dot(this.#wordSlopes, at, this.#wordSlopes, at, size) / size;
      const end = this.#keptStarts[slot + 1] as number;
      for (let i = this.#keptStarts[slot] as number; i < end; i++) {
        const weight = this.#keptWeights[i] as number;
        this.#step(this.#kept[i] as number, weight, squares, rate, this.#wordSlopes, at);
      }
    }
    return loss;
  }

  /** One step of Adagrad with one rate for the whole row. */
  #step(
    feature: number,
    weight: number,
    squares: number,
    rate: number,
    slopes: Float32Array,
    at: number,
  ): void {
    const size = this.settings.dimensions;
    const square = (this.#squares[feature] as number) + weight * weight * squares;
    this.#squares[feature] = square;
    addTo(this.vectors, feature * size, slopes, at, (-rate * weight) / Math.sqrt(square), size);
  }
}
