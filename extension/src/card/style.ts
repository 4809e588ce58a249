// The card's style sheet, adopted into its shadow root (a page's CSP cannot stop that). Everything
// is in px and starts from `all: initial`: the page's font size and rules are not ours to inherit.

import type { Group } from "../analysis";
import { GROUPS } from "../kinds";
import { WORD_COLOURS } from "../look";

const chips = (theme: "light" | "dark") =>
  GROUPS.map((group: Group) => `--${group}:${WORD_COLOURS[theme][group]};`).join("");

export const CARD_STYLE = `
:host { all: initial !important; }
.card {
  ${chips("light")}
  --ground: #fff; --ink: #1d1d1f; --soft: #5a5a60; --edge: #d5d5da; --press: #f1f1f4; --focus: #0562fd;
  color-scheme: light;
  position: fixed; inset: auto; top: 0; left: 0; margin: 0; box-sizing: border-box;
  inline-size: max-content; min-inline-size: min(280px, 80vw);
  flex-direction: column; overflow: hidden;
  padding: 14px 0 10px; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--ground); color: var(--ink);
  font: 400 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  text-align: start; white-space: normal; letter-spacing: normal; overflow-wrap: anywhere;
  box-shadow: 0 1px 2px rgb(0 0 0 / .08), 0 8px 28px rgb(0 0 0 / .16);
  user-select: text; cursor: auto;
}
.card:popover-open { display: flex; }
.card.dark {
  ${chips("dark")}
  --ground: #1b1b1b; --ink: #ececee; --soft: #a9a9b0; --edge: #3d3d42; --press: #2a2a2d; --focus: #5c8dfd;
  color-scheme: dark;
  box-shadow: 0 1px 2px rgb(0 0 0 / .4), 0 8px 28px rgb(0 0 0 / .6);
}
.card > * { flex: none; margin-inline: 16px; }
/* Head and foot stay, whatever the words between them need. */
.card > .middle, .card > form > .middle { flex: 1 1 auto; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; padding-inline: 16px; scrollbar-width: thin; scrollbar-color: var(--soft) transparent;
  /* An edge where more follows below: at the end the words' own ground lies over it. */
  background: linear-gradient(var(--ground), var(--ground)) bottom / 100% 10px no-repeat local, linear-gradient(transparent, var(--edge)) bottom / 100% 8px no-repeat; }
.card > .middle { margin-inline: 0; }
.card > form { display: flex; flex-direction: column; flex: 1 1 auto; min-block-size: 0; margin: 0; }
.middle:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
.card:focus { outline: none; }
.card:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
h2 { margin-block: 0 8px; font: inherit; font-weight: 650; font-size: 15px; line-height: 1.3; color: var(--group); display: flex; gap: 8px; align-items: baseline; }
h2::before { content: ""; flex: none; inline-size: 22px; block-size: 0; border-block-end: var(--line) var(--mark); transform: translateY(-3px); }
h2.plain::before { content: none; }
section + section { margin-block-start: 12px; padding-block-start: 12px; border-block-start: 1px solid var(--edge); }
.accusations { --group: var(--accusations); --line: 4px double; }
.denials { --group: var(--denials); --line: 3px dashed; }
.demands { --group: var(--demands); --line: 4px solid; }
.views { --group: var(--views); --line: 4px dotted; }
.statements { --group: var(--statements); --line: 1px solid; }
section, .head { --mark: var(--group); }
section h2 { margin-block-start: 0; }
dl { margin: 0; display: grid; grid-template-columns: fit-content(96px) 1fr; gap: 4px 12px; }
dt { color: var(--soft); font-size: 12.5px; line-height: 20px; }
dd { margin: 0; min-inline-size: 0; }
.who { font-weight: 600; }
.line { margin-block: 0; }
.note { margin: 0; color: var(--soft); font-weight: 400; font-size: 12.5px; }
.card .actions { display: flex; flex-wrap: wrap; gap: 2px; margin: 10px 9px 0; align-items: center; }
.card form .actions { gap: 6px; margin-inline: 16px; }
button {
  appearance: none; font: inherit; font-size: 13px; color: inherit; background: none; overflow-wrap: normal;
  border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; min-block-size: 28px; min-inline-size: 28px; cursor: pointer;
}
button[type="submit"] { border-color: var(--soft); padding-inline: 14px; }
button:hover { background: var(--press); }
button.plain { text-decoration: underline; text-underline-offset: 3px; padding: 2px 4px; min-block-size: 24px; margin-inline: 2px -4px; }
button[aria-pressed="true"] { background: var(--press); border-color: var(--edge); }
button:focus-visible, select:focus-visible, input:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.close { margin-inline-start: auto; color: var(--soft); }
.foot { margin-block: 8px 0; padding-block-start: 8px; border-block-start: 1px solid var(--edge); color: var(--soft); font-size: 12px; line-height: 1.4; }
.fields { display: flex; flex-direction: column; gap: 8px; }
.fields label + label, .fields div > [hidden] { margin-block-start: 0; }
fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
legend { padding: 0; font-size: 12.5px; color: var(--soft); }
[hidden] { display: none !important; }
label { display: grid; gap: 2px; font-size: 12.5px; color: var(--soft); }
label.box { display: flex; gap: 8px; align-items: start; }
label.box input { inline-size: 16px; block-size: 16px; flex: none; margin: 1px 0 0; accent-color: var(--focus); }
select, input[type="text"] { box-sizing: border-box; font: inherit; font-size: 14px; color: var(--ink); background: var(--ground); border: 1px solid var(--soft); border-radius: 6px; min-block-size: 30px; padding-inline: 6px; inline-size: 100%; }
.offstage { position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; border: 0; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (pointer: coarse) { button, button.plain, select { min-block-size: 44px; min-inline-size: 44px; } }
.card.sheet { inset: auto 0 0; inline-size: auto; border-inline: 0; border-block-end: 0; border-radius: 14px 14px 0 0; padding-block-end: max(10px, env(safe-area-inset-bottom)); }
.card.sheet.above { inset: 0 0 auto; border-block: 0 1px solid var(--edge); border-radius: 0 0 14px 14px; }
@media (forced-colors: active) { .card, select { border-color: CanvasText; } h2::before { forced-color-adjust: none; border-color: CanvasText; } button { border-color: ButtonText; } }
@media print { .card { display: none; } }
`;
