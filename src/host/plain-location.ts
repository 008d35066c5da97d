// Where a catalogue came from, as it may be kept and shown: never a name, a password or a key.

/** Returns an address without user, password, query and fragment; a path as it is. */
export function plainLocation(location: string): string {
  if (!/^https?:/i.test(location)) return location;
  try {
    const { origin, pathname } = new URL(location);
    return origin + pathname;
  } catch {
    return "an address"; // It cannot be read, so nothing in it is known to be harmless.
  }
}
