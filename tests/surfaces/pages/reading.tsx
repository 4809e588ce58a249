// The reading copy of the sample.

import { render } from "preact";
import { ReadingCopy } from "../../../extension/src/reading/copy";
import { pageState } from "../fixture";
import { speakAs } from "./words";

speakAs(new URLSearchParams(location.search).get("lang") ?? "en");
const root = document.querySelector<HTMLElement>("#root");
if (root) {
  render(<ReadingCopy page={pageState()} time={new Date("2026-03-04T05:06:07Z")} version="1.2.3" />, root);
  root.dataset["ready"] = "";
}
