// A binary heap over an array, in the order that the caller gives. What is in it is the searches'.

/** Puts an item into the heap. */
export function pushTo<Item>(
  heap: Item[],
  item: Item,
  isBefore: (a: Item, b: Item) => boolean,
): void {
  let place = heap.length;
  heap.push(item);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent] as Item; // parent < place, so it is there
    if (!isBefore(item, above)) break;
    heap[place] = above;
    place = parent;
  }
  heap[place] = item;
}

/** Takes the first item out of the heap; undefined when it is empty. Which of equals comes first is open. */
export function popFrom<Item>(
  heap: Item[],
  isBefore: (a: Item, b: Item) => boolean,
): Item | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    const right = child + 1;
    if (right < heap.length && isBefore(heap[right] as Item, heap[child] as Item)) child = right;
    if (!isBefore(heap[child] as Item, last)) break;
    heap[place] = heap[child] as Item;
    place = child;
  }
  heap[place] = last;
  return top;
}
