// The script on pages that are marked by themselves: what the gate is lies in the script before it (judging.ts).

import { ours } from "./ours";

ours.gate?.();
