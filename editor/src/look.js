// How the editor looks: the theme's variables, and for each verdict a line of its own, so that it is told without colour.
import { EditorView } from "@codemirror/view";

const FONTS = '"Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif';

const line = (style, colour) => ({
  textDecoration: `underline ${style} 2px ${colour}`,
  textUnderlineOffset: "0.22em",
  textDecorationSkipInk: "none",
  cursor: "help",
});

export const look = EditorView.theme({
  "&": {
    color: "var(--st-text-color)",
    backgroundColor: "var(--st-background-color)",
    border: "1px solid var(--st-border-color)",
    borderRadius: "var(--st-base-radius)",
    fontSize: "1rem",
  },
  "&.cm-focused": { outline: "2px solid var(--st-primary-color)", outlineOffset: "-1px" },
  "&.drafter-read-only": { backgroundColor: "var(--st-secondary-background-color)" },
  ".cm-scroller": { fontFamily: `var(--st-font), ${FONTS}`, lineHeight: "1.9", minHeight: "7em", overflowX: "hidden" },
  ".cm-content": { padding: "0.5em 0.4em", caretColor: "var(--st-text-color)", overflowWrap: "anywhere" },
  ".cm-line": { padding: "0 0.4em", textIndent: "2em" },
  ".drafter-number::after": {
    content: "attr(data-sign)",
    display: "inline-block",
    fontSize: "0.68em",
    lineHeight: "1",
    textIndent: "0",
    verticalAlign: "super",
    userSelect: "none",
  },
  ".drafter-number:not([data-sign])::after": { content: "none" },
  ".drafter-backed": line("solid", "var(--st-green-text-color)"),
  ".drafter-derived": line("dashed", "var(--st-blue-text-color)"),
  ".drafter-derived::after": { color: "var(--st-blue-text-color)" },
  ".drafter-flagged": {
    ...line("double", "var(--st-red-text-color)"),
    color: "var(--st-red-text-color)",
    backgroundColor: "var(--st-red-background-color)",
    fontWeight: "600",
  },
  ".drafter-term": line("dotted", "var(--st-gray-text-color)"),
  ".cm-tooltip": {
    color: "var(--st-text-color)",
    backgroundColor: "var(--st-background-color)",
    border: "1px solid var(--st-border-color)",
    borderRadius: "var(--st-base-radius)",
    boxShadow: "0 2px 10px rgba(0, 0, 0, 0.18)",
    maxWidth: "min(30em, 90vw)",
  },
  ".drafter-provenance": {
    padding: "0.4em 0.8em",
    fontFamily: `var(--st-font), ${FONTS}`,
    fontSize: "0.9rem",
    lineHeight: "1.6",
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  ".drafter-provenance > :first-child": { fontWeight: "600" },
});
