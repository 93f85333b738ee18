// What the page loads once: hands the editor to every section's mount.js, which may have come earlier or later.
import { SectionEditor } from "./section_editor.js";

const SLOT = Symbol.for("drafter.section-editor");
const editors = new WeakMap();

/** Shows a section's newest data; called by Streamlit on mounting and whenever the data changed. */
function show(component) {
  const parent = component.parentElement;
  let editor = editors.get(parent);
  if (!editor) {
    editor = new SectionEditor(parent, component);
    editors.set(parent, editor);
  } else {
    editor.take(component);
  }
  return () => {
    // Streamlit also calls this for a drawing that a newer one overtook; then the editor is still in the page and in use.
    if (parent.isConnected) return;
    editor.close();
    editors.delete(parent);
  };
}

export default function engine({ parentElement }) {
  let slot = globalThis[SLOT];
  if (!slot) {
    slot = globalThis[SLOT] = {};
    slot.show = new Promise((resolve) => (slot.provide = resolve));
  }
  slot.provide(show);
  // The engine draws nothing, so its place in the page shall not take the gap that Streamlit leaves between elements.
  const place = parentElement.closest('[data-testid="stElementContainer"]');
  if (place) place.style.display = "none";
}
