// An invented story in which a dozen and more accuse, deny, demand and criticise: what the map must
// bear. Leaves out everything quieter; the sample (extension/src/sample.ts) has that.

import type { Block } from "../../extension/src/analysis";

export const CROWD_TITLE = "Eleven towns take sides in the harbour of Tolvik";

const PARAGRAPHS = [
  "The Tolvik Harbour Board accused Norrlast Shipping of dumping ballast water inside the breakwater. Norrlast Shipping denied dumping any water.",
  "Mayor Ingrid Falk accused the Tolvik Harbour Board of hiding the test results for a month. The Tolvik Harbour Board denied hiding any results.",
  "The Mussel Growers’ Association demanded that Norrlast Shipping pay for the lost harvest. The Mussel Growers’ Association accused Mayor Ingrid Falk of ignoring its warnings since May. Falk denied ignoring any warnings.",
  "The Coastal Police accused Norrlast Shipping of deleting pages from the ship’s log. Captain Jonas Reit accused the Coastal Police of leaking private letters. The Coastal Police denied leaking any letters.",
  "The Dockworkers’ Union criticised the Tolvik Harbour Board for sending divers out at night. The Dockworkers’ Union urged Norrlast Shipping to name the crew on watch.",
  "Environment Minister Per Aune called on the Tolvik Harbour Board to publish every sample. The opposition Harbour Party accused Aune of protecting the shipping line. Aune denied protecting anyone.",
  "The Marine Institute of Sund criticised the Coastal Police for losing two bottles of sea water.",
  "The insurer Havtrygd accused the Mussel Growers’ Association of inflating its losses. The Mussel Growers’ Association denied inflating anything.",
  "Bishop Runa Lund urged Mayor Ingrid Falk to meet the growers.",
];

export const CROWD: readonly Block[] = [
  { role: "headline", text: CROWD_TITLE },
  ...PARAGRAPHS.map((text): Block => ({ role: "body", text })),
];
