// A box to tick or a circle to choose, as all our forms have them.

import type { ComponentChildren } from "preact";

/** A labelled box or circle with a line that explains it. */
export function Choice(props: {
  type: "radio" | "checkbox";
  name: string;
  checked: boolean;
  label: ComponentChildren;
  note?: string;
  press: (input: HTMLInputElement) => void;
}) {
  return (
    <label class="choice">
      <input
        type={props.type}
        name={props.name}
        checked={props.checked}
        onChange={(event) => props.press(event.currentTarget)}
      />
      <span>{props.label}</span>
      {props.note ? <span class="soft">{props.note}</span> : null}
    </label>
  );
}
