// An invented news story that shows every kind of mark: the live sample of the welcome page, the
// demo's first article and the fixture of the tests. Nobody in it exists and nothing in it happened.

import type { Block } from "./analysis";

export const SAMPLE_TITLE = "Iceland accuses Norway of hiding mackerel catches as talks stall";

export const SAMPLE: readonly Block[] = [
  { role: "headline", text: SAMPLE_TITLE },
  { role: "standfirst", text: "Oslo denies the charge. A seafarers’ union warns that jobs are at risk." },
  {
    role: "body",
    text: "REYKJAVIK — Iceland on Tuesday accused Norway of under-reporting its mackerel catches in the North Sea, days before the two countries were due to divide the season’s quota.",
  },
  {
    role: "body",
    text: "“The landing records do not match what our coastguard has seen,” Fisheries Minister Halla Jonsdottir told reporters in Reykjavik. She said that at least 40 trawlers had unloaded at night since March.",
  },
  {
    role: "body",
    text: "Norway has denied hiding any catches. “Every tonne is weighed and every weight is published,” said Lars Brekke, a spokesman for the Norwegian Fisheries Ministry.",
  },
  {
    role: "body",
    text: "Jonsdottir called on the European Union to send inspectors to the ports of both countries before the season opens in June.",
  },
  {
    role: "body",
    text: "The Nordic Seafarers’ Union warned that 2,000 jobs could be lost if the talks collapse. Its chairwoman, Maren Dahl, described the dispute as “reckless on both sides”.",
  },
  {
    role: "body",
    text: "Two officials close to the talks, who asked not to be named, said that a compromise was within reach. They added that a joint weighing station had been discussed.",
  },
  {
    role: "body",
    text: "Mackerel stocks have fallen by a fifth since 2019, according to a study by the University of Bergen.",
  },
  {
    role: "body",
    text: "Brekke promised that Norway would open its port records on Friday. The European Commission declined to comment.",
  },
  {
    role: "body",
    text: "Iceland’s opposition leader, Einar Thorsson, accused the government of picking a fight before an election. Prime Minister Sigrun Arnadottir denied that, saying the records “speak for themselves”.",
  },
];
