// What a page that is left had not yet got back from Python. A message that is sent while a page goes may never be read:
// the server ends a session's run with its connection. Kept for this window only, until the page stands again.

const place = (section) => `drafter.unsaved:${section}`;

/** Keeps `left`, any value that JSON holds, under a section's name; where a browser stores nothing, nothing is kept. */
export function keep(section, left) {
  try {
    sessionStorage.setItem(place(section), JSON.stringify(left));
  } catch {
    // Storage that is forbidden or full: the message is on its way all the same.
  }
}

/** Returns what is kept under a section's name, or null. */
export function kept(section) {
  try {
    return JSON.parse(sessionStorage.getItem(place(section)));
  } catch {
    return null;
  }
}

export function forget(section) {
  try {
    sessionStorage.removeItem(place(section));
  } catch {
    // Nothing was kept either.
  }
}
