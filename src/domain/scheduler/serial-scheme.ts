// The serial scheme: activities one by one in a given order, each as early as what it waits for and
// the resources left over allow. Time is kept as a list of moments at which something changes, so that
// the work depends on how many activities there are and not on how long they last.

import type { Network } from "./network.ts";
import type { Pass } from "./search-orders.ts";

/** There is no later moment: the stretch lasts for ever. */
const NONE = -1;

/**
 * Returns the pass that places the activities of the network. An order must name every activity once,
 * after those that it waits for; no demand may exceed its capacity.
 */
export function makeSerialScheme(network: Network): Pass {
  const { durations, before, needs, amounts, capacities } = network;
  const count = durations.length;
  const resources = capacities.length;
  // Moments as a linked list in order of time: when, what is free from then on, the next moment.
  const times = new Float64Array(count + 1);
  const nextMoment = new Int32Array(count + 1);
  const free = new Float64Array((count + 1) * resources);
  const momentOfEnd = new Int32Array(count);

  return (order, { starts, ends }) => {
    let moments = 1;
    nextMoment[0] = NONE;
    free.set(capacities);
    let makespan = 0;
    for (let place = 0; place < count; place++) {
      const activity = order[place] as number;
      let from = 0;
      for (const earlier of before[activity] as Int32Array) {
        const moment = momentOfEnd[earlier] as number;
        if ((times[moment] as number) > (times[from] as number)) from = moment;
      }
      const duration = durations[activity] as number;
      if (duration === 0) {
        starts[activity] = times[from] as number;
        ends[activity] = times[from] as number;
        momentOfEnd[activity] = from;
        continue;
      }
      const needed = needs[activity] as Int32Array;
      const amount = amounts[activity] as Float64Array;
      let end = (times[from] as number) + duration;
      let moment = from;
      let following = NONE;
      for (;;) {
        const row = moment * resources;
        let k = 0;
        while (k < needed.length) {
          if ((free[row + (needed[k] as number)] as number) < (amount[k] as number)) break;
          k += 1;
        }
        following = nextMoment[moment] as number;
        if (k < needed.length) {
          // Nothing that begins before this stretch is over can fit. After the last moment all is free.
          from = following;
          moment = following;
          end = (times[from] as number) + duration;
        } else if (following === NONE || (times[following] as number) >= end) {
          break;
        } else {
          moment = following;
        }
      }
      let until = following;
      if (following === NONE || times[following] !== end) {
        until = moments++;
        times[until] = end;
        nextMoment[until] = following;
        nextMoment[moment] = until;
        free.copyWithin(until * resources, moment * resources, (moment + 1) * resources);
      }
      for (let taken = from; taken !== until; taken = nextMoment[taken] as number) {
        const row = taken * resources;
        for (let k = 0; k < needed.length; k++) {
          const cell = row + (needed[k] as number);
          free[cell] = (free[cell] as number) - (amount[k] as number);
        }
      }
      starts[activity] = times[from] as number;
      ends[activity] = end;
      momentOfEnd[activity] = until;
      if (end > makespan) makespan = end;
    }
    return makespan;
  };
}
