// One section's editor. The text belongs to the browser while one writes: Python's text replaces it only under a new
// revision, and Python's marks are drawn only on the very text they were made for.
import { history, historyKeymap, isolateHistory, standardKeymap } from "@codemirror/commands";
import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap } from "@codemirror/view";
import { look } from "./look.js";
import { marks, setMarks } from "./marks.js";
import { provenance } from "./provenance.js";
import { forget, keep, kept } from "./unsaved.js";

const PAUSE = 200; // ms without a keystroke after which the text goes to Python
const NO_REVISION = -1; // of an edit whose text another one has taken the place of
const fromPython = Annotation.define();

const PHRASES = EditorState.phrases.of({ "Control character": "控制字符", "Selection deleted": "已删除选中的文字" });

export class SectionEditor {
  #view;
  #settings = new Compartment();
  #component;
  #revision;
  #sent;
  #known; // the text that Python drew last, and what was sent since
  #timer;

  constructor(parent, component) {
    this.#component = component;
    const { text, revision } = component.data;
    this.#view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions: this.#extensions() }) });
    this.#revision = revision;
    this.#sent = text;
    this.#known = [text];
    window.addEventListener("beforeunload", this.#onLeaving);
    this.#settle();
    this.#resume(kept(component.data.name));
  }

  /** Takes what Python has drawn anew. */
  take(component) {
    const { label, readOnly } = this.#component.data;
    this.#component = component;
    if (label !== component.data.label || readOnly !== component.data.readOnly) {
      this.#view.dispatch({ effects: this.#settings.reconfigure(this.#given()) });
    }
    this.#known.splice(0, this.#known.lastIndexOf(component.data.text));
    if (component.data.heard) forget(component.data.name); // Python has what the page was left with
    this.#settle();
  }

  close() {
    this.#send();
    clearTimeout(this.#timer);
    window.removeEventListener("beforeunload", this.#onLeaving);
    this.#view.destroy();
  }

  #extensions() {
    return [
      this.#settings.of(this.#given()),
      history(),
      marks,
      provenance,
      keymap.of([...historyKeymap, ...standardKeymap]),
      highlightSpecialChars(),
      EditorView.lineWrapping,
      look,
      PHRASES,
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.some((t) => t.annotation(fromPython))) this.#wait();
      }),
      EditorView.domEventHandlers({
        blur: () => void this.#send(),
        compositionend: () => void this.#wait(),
        // Streamlit's own keys (R, C) listen further out and must not see what is typed here.
        keydown: (event) => void event.stopPropagation(),
      }),
    ];
  }

  #given() {
    const { label, readOnly } = this.#component.data;
    return [
      EditorState.readOnly.of(readOnly),
      EditorView.editable.of(!readOnly),
      EditorView.editorAttributes.of({ class: readOnly ? "drafter-read-only" : "" }),
      EditorView.contentAttributes.of({
        "aria-label": label,
        "aria-readonly": String(readOnly),
        lang: "zh-CN",
        spellcheck: "false",
        tabindex: "0",
      }),
    ];
  }

  #onLeaving = () => {
    const text = this.#view.state.doc.toString();
    if (text !== this.#known[0]) keep(this.#component.data.name, { text, revision: this.#revision, known: this.#known });
    this.#send();
  };

  /** Goes on with the text of a page that was left before Python had it; where Python has another, it gets both. */
  #resume(left) {
    const { text, revision } = this.#component.data;
    if (!left || left.text === text) return;
    if (left.revision === revision && left.known.includes(text)) {
      this.#view.dispatch({ changes: difference(text, left.text) });
      this.#send();
    } else {
      this.#component.setStateValue("draft", { text: left.text, revision: NO_REVISION, before: left.known[0] });
    }
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), PAUSE);
  }

  /** Sends the text unless Python has it; nothing is sent or drawn while an input method composes: its end calls again. */
  #send() {
    if (this.#view.composing) return;
    clearTimeout(this.#timer);
    const text = this.#view.state.doc.toString();
    if (text !== this.#sent) {
      const draft = { text, revision: this.#revision, before: this.#sent };
      this.#sent = text;
      this.#known.push(text);
      this.#component.setStateValue("draft", draft);
    }
    this.#settle();
  }

  #settle() {
    if (this.#view.composing) return;
    const { text, revision, marks: given } = this.#component.data;
    if (revision !== this.#revision) {
      this.#replace(text, revision, given);
    } else if (text === this.#view.state.doc.toString()) {
      this.#view.dispatch({ effects: setMarks.of(given) });
    }
  }

  /** Puts a new revision in place, as one step that undo takes back; what wasn't sent yet goes out under the old one. */
  #replace(text, revision, given) {
    const old = this.#view.state.doc.toString();
    const unsent = old !== this.#sent && { text: old, revision: this.#revision, before: this.#sent };
    clearTimeout(this.#timer);
    this.#revision = revision;
    this.#sent = text;
    this.#known = [text];
    this.#view.dispatch({
      changes: difference(old, text),
      effects: setMarks.of(given),
      annotations: [fromPython.of(true), isolateHistory.of("full")],
    });
    if (unsent) this.#component.setStateValue("draft", unsent);
  }
}

/** The one change that makes `next` of `old`, as short as can be, so that the cursor stays where it is. */
function difference(old, next) {
  const most = Math.min(old.length, next.length);
  let start = 0;
  while (start < most && old[start] === next[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === next[next.length - 1 - end]) end++;
  return { from: start, to: old.length - end, insert: next.slice(start, next.length - end) };
}
