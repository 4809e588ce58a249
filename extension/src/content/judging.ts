// Leaves the judge for the scripts that come after it, the gate and the conductor: both ask the same, and it is loaded
// once. Leaves out asking.

import { judge } from "./gate/judge";
import { ours } from "./ours";

ours.judge = judge;
