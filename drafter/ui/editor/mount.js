// One section's place in the page: waits for the engine, which is loaded once for all sections, and hands it the data.
const SLOT = Symbol.for("drafter.section-editor");

export default async function mount(component) {
  let slot = globalThis[SLOT];
  if (!slot) {
    slot = globalThis[SLOT] = {};
    slot.show = new Promise((resolve) => (slot.provide = resolve));
  }
  const show = await slot.show;
  return show(component);
}
