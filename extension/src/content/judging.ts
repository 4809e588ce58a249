// Leaves the judge for the scripts that come after it, and the gate, which is little more than the judge asked: both the
// gate's beginning and the conductor need it, and a page loads it once. Leaves out beginning.

import { keepGate } from "./gate";
import { judge } from "./gate/judge";
import { ours } from "./ours";

ours.judge = judge;
ours.gate = () => keepGate(judge);
