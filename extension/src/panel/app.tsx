// The whole panel: head, toggles, tabs with their lists, foot. One component tree for popup, side
// panel, sidebar and demo. Leaves out where its data comes from (host.ts).

import { effect, useSignal } from "@preact/signals";
import { type ComponentType, render } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../words";
import { Exchanges } from "./exchanges";
import { Footer } from "./footer";
import { Groups } from "./groups";
import { Header } from "./header";
import type { PanelHost } from "./host";
import { oneStop, pressKey } from "./keys";
import { createModel, type Model, TABS, type Tab } from "./model";
import { InOrder } from "./order";
import { Progress } from "./progress";
import { Speakers } from "./speakers";
import { emptyState, Notices } from "./states";

/** Puts the panel into `root`; what comes back is what it knows, for the page around it. */
export function mountPanel(root: HTMLElement, host: PanelHost): Model {
  const model = createModel(host);
  root.addEventListener("keydown", (event) => {
    if (!pressKey(event, root, model)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  effect(() => {
    root.toggleAttribute("data-tight", isTight(model));
  });
  render(<Panel model={model} />, root);
  return model;
}

/** Passages up to which a popup has room for everything. */
const FEW = 4;

/** Whether head, filters and foot make way for the list. */
function isTight(model: Model): boolean {
  const found = model.reading.value?.analysis.attributions.length ?? 0;
  return model.host.popup && !model.unfolded.value && found > FEW;
}

function Panel({ model }: { model: Model }) {
  const empty = emptyState(model);
  return (
    <>
      <Header model={model} />
      <div
        class="body"
        role={model.host.embedded ? undefined : "main"}
        data-ready={model.none.value === "connecting" ? undefined : ""}
      >
        {empty ? null : (
          <>
            <Groups model={model} />
            <Tabs model={model} />
          </>
        )}
        {/* No stop of its own, which browsers make of what scrolls: it would have no name. */}
        <div class="lists" tabIndex={-1}>
          <Progress model={model} />
          <Notices model={model} />
          {empty ?? <TabPanel model={model} />}
        </div>
      </div>
      <Footer model={model} />
    </>
  );
}

function Tabs({ model }: { model: Model }) {
  const choose = (tab: Tab) => {
    model.tab.value = tab;
  };
  const onKey = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const rtl = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const step = { ArrowRight: rtl, ArrowLeft: -rtl }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(model.tab.value) + step + TABS.length) % TABS.length] as Tab;
    choose(next);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label={t("views")} onKeyDown={onKey}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={model.tab.value === tab}
            aria-controls="tabpanel"
            tabIndex={model.tab.value === tab ? 0 : -1}
            onClick={() => choose(tab)}
          >
            {t(`tab_${tab}`)}
          </button>
        ))}
      </div>
    </div>
  );
}

function TabPanel({ model }: { model: Model }) {
  const tab = model.tab.value;
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (panel.current) oneStop(panel.current);
  }, []);
  const pointed = model.pointed.value;
  useEffect(() => {
    if (pointed === null) return;
    panel.current?.querySelector(`[data-passage="${pointed}"]`)?.scrollIntoView({ block: "nearest" });
  }, [pointed]);
  return (
    <div role="tabpanel" id="tabpanel" aria-labelledby={`tab-${tab}`} ref={panel}>
      {tab === "speakers" ? <Speakers model={model} /> : null}
      {tab === "exchanges" ? <Exchanges model={model} /> : null}
      {tab === "order" ? <InOrder model={model} /> : null}
      {tab === "map" ? <LazyMap model={model} /> : null}
    </div>
  );
}

/** The map and its layout library come only when asked for. */
function LazyMap({ model }: { model: Model }) {
  const view = useSignal<{ of: ComponentType<{ model: Model }> } | null>(null);
  useEffect(() => {
    void import("./map/map").then((module) => {
      view.value = { of: module.ActorMap };
    });
  }, []);
  const View = view.value?.of;
  return View ? <View model={model} /> : <p class="empty">{t("stateReading")}</p>;
}
