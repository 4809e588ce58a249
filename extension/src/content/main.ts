// The content script: connects the conductor to the extension around it. Loaded once into a page, after the gate or,
// with the judge before it, when the reader opens the panel. Leaves out everything that happens on the page (conductor.ts).

import { api } from "../api";
import { readCorrectionsReply, readPageCommand, readPanelCommand } from "../checks";
import { type AnalyzeRequest, PANEL_PORT, type Request } from "../protocol";
import { extensionStore } from "../settings";
import { conduct } from "./conductor";
import { ours } from "./ours";
import type { World } from "./world";

const { judge } = ours;

const world: Omit<World, "judge"> = {
  // A worker that died while it worked is asked again, once.
  analyze: (request: AnalyzeRequest) => send(request).catch(() => send(request)),
  categorize: (request) => send(request).catch(() => null),
  settings: extensionStore,
  style: async (css, before) => void (await send({ type: "style", css, before }).catch(() => null)),
  async corrections() {
    const reply = readCorrectionsReply(await send({ type: "corrections" }));
    return reply ?? { corrections: [], salt: "", kept: false };
  },
  async correct(correction, clear) {
    const reply = readCorrectionsReply(await send({ type: "correct", correction, clear }));
    return reply?.kept ?? false;
  },
  uncorrect: async (id) => void (await send({ type: "uncorrect", id })),
  excluded: ({ excluded }) => excluded.includes(location.hostname),
  report: (status, found, clashes) => void send({ type: "report", status, found, clashes }).catch(() => null),
  begun: ours.begun ?? null,
  alive: isAlive,
};

function send(request: Request): Promise<unknown> {
  return isAlive() ? api.runtime.sendMessage(request) : Promise.reject(new Error("the extension is gone"));
}

function isAlive(): boolean {
  try {
    return Boolean(api.runtime?.id);
  } catch {
    return false; // Firefox: the wrapper itself is dead
  }
}

if (judge && isAlive() && !ours.conductor) {
  const conductor = conduct({ ...world, judge });
  ours.conductor = conductor;
  api.runtime.onConnect.addListener((port) => {
    if (port.name !== PANEL_PORT) return;
    const stop = conductor.listen(
      (state) => port.postMessage(state),
      (attribution) => port.postMessage({ type: "pointed", attribution }),
    );
    port.onDisconnect.addListener(stop);
    port.onMessage.addListener((message: unknown) => {
      const command = readPanelCommand(message);
      if (command) conductor.panel(command);
    });
  });
  api.runtime.onMessage.addListener((message: unknown) => {
    const command = readPageCommand(message);
    if (command) conductor.page(command);
  });
}
