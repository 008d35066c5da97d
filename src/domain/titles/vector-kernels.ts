// Sums and products of rows of numbers, as fast as plain JavaScript does them here (some two thousand million
// multiply-adds a second): written out by four, several sums at a time. Nothing here knows of titles.

/** Adds: target[at…] += factor · source[from…], over `size` places, a multiple of 4. */
export function addTo(
  target: Float32Array,
  at: number,
  source: Float32Array,
  from: number,
  factor: number,
  size: number,
): void {
  for (let i = 0; i < size; i += 4) {
    const [a, b] = [at + i, from + i];
    target[a] = (target[a] as number) + factor * (source[b] as number);
    target[a + 1] = (target[a + 1] as number) + factor * (source[b + 1] as number);
    target[a + 2] = (target[a + 2] as number) + factor * (source[b + 2] as number);
    target[a + 3] = (target[a + 3] as number) + factor * (source[b + 3] as number);
  }
}

/** Returns the dot product over `size` places, a multiple of 4. */
export function dot(
  one: Float32Array,
  at: number,
  other: Float32Array,
  from: number,
  size: number,
): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < size; i += 4) {
    a += (one[at + i] as number) * (other[from + i] as number);
    b += (one[at + i + 1] as number) * (other[from + i + 1] as number);
    c += (one[at + i + 2] as number) * (other[from + i + 2] as number);
    d += (one[at + i + 3] as number) * (other[from + i + 3] as number);
  }
  return a + b + (c + d);
}

/** products[r, c] = rows r of `one` · rows c of `other`; counts are padded to even and to fours. */
export function multiplyRows(
  one: Float32Array,
  ones: number,
  other: Float32Array,
  others: number,
  products: Float32Array,
  size: number,
): void {
  for (let r = 0; r < ones; r += 2) {
    const x0 = r * size;
    const x1 = x0 + size;
    for (let u = 0; u < others; u += 4) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      const p = u * size;
      const q = p + size;
      const s = q + size;
      const t = s + size;
      for (let i = 0; i < size; i++) {
        const x = one[x0 + i] as number;
        const y = one[x1 + i] as number;
        const e0 = other[p + i] as number;
        const e1 = other[q + i] as number;
        const e2 = other[s + i] as number;
        const e3 = other[t + i] as number;
        a0 += e0 * x;
        a1 += e1 * x;
        a2 += e2 * x;
        a3 += e3 * x;
        b0 += e0 * y;
        b1 += e1 * y;
        b2 += e2 * y;
        b3 += e3 * y;
      }
      let z = r * others + u;
      products[z] = a0;
      products[z + 1] = a1;
      products[z + 2] = a2;
      products[z + 3] = a3;
      z += others;
      products[z] = b0;
      products[z + 1] = b1;
      products[z + 2] = b2;
      products[z + 3] = b3;
    }
  }
}

/** sums row r += Σ over c of factors[r, c] · row c of `rows`, with counts padded as above. */
export function addRows(
  factors: Float32Array,
  ones: number,
  rows: Float32Array,
  others: number,
  sums: Float32Array,
  size: number,
): void {
  for (let r = 0; r < ones; r += 2) {
    const x0 = r * size;
    const x1 = x0 + size;
    for (let u = 0; u < others; u += 4) {
      const z = r * others + u;
      const y = z + others;
      const a0 = factors[z] as number;
      const a1 = factors[z + 1] as number;
      const a2 = factors[z + 2] as number;
      const a3 = factors[z + 3] as number;
      const b0 = factors[y] as number;
      const b1 = factors[y + 1] as number;
      const b2 = factors[y + 2] as number;
      const b3 = factors[y + 3] as number;
      const p = u * size;
      const q = p + size;
      const s = q + size;
      const t = s + size;
      for (let i = 0; i < size; i++) {
        const e0 = rows[p + i] as number;
        const e1 = rows[q + i] as number;
        const e2 = rows[s + i] as number;
        const e3 = rows[t + i] as number;
        sums[x0 + i] = (sums[x0 + i] as number) + (a0 * e0 + a1 * e1 + a2 * e2 + a3 * e3);
        sums[x1 + i] = (sums[x1 + i] as number) + (b0 * e0 + b1 * e1 + b2 * e2 + b3 * e3);
      }
    }
  }
}
