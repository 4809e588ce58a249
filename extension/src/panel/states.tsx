// What stands where the lists would be when there is nothing to list, and the lines above the lists
// that qualify what is there. Each says what is so and what the reader can do.

import type { ComponentChildren } from "preact";
import { t, tn } from "../words";
import type { Model } from "./model";
import { whatArticle, whyNoArticle } from "./reasons";

/** Why there are no lists; null when there are. */
export function emptyState(model: Model): ComponentChildren {
  const { host } = model;
  const action = (label: string, press: () => void) => (
    <button type="button" class="button" onClick={press}>
      {label}
    </button>
  );
  const page = model.page.value;
  switch (model.none.value) {
    case "connecting":
      return <State name="connecting" title={t("stateReading")} />;
    case "unreadable":
      return <State name="unreadable" title={t("stateUnreadable")} text={t("stateUnreadableText")} />;
    case "excluded":
      return <State name="excluded" title={t("stateOff", model.site.value ?? "")} text={t("stateOffText")} />;
    case "gone":
      return (
        <State name="gone" title={t("stateGone")}>
          {action(t("readAgain"), () => host.restart())}
        </State>
      );
  }
  switch (page?.status) {
    case "reading":
      return page.analysis ? null : <State name="reading" title={t("stateReading")} />;
    case "off":
      return (
        <State name="off" title={t("stateMarksOff")}>
          {action(t("markPage"), () => host.post({ type: "marks", on: true }))}
        </State>
      );
    case "not_article":
      return (
        <State
          name="not_article"
          title={t("stateNotArticle")}
          text={t("stateNotArticleText")}
          detail={whyNoArticle(page.reason)}
          reason={page.reason}
        >
          {action(t("markAnyway"), () => host.post({ type: "mark_anyway" }))}
        </State>
      );
    case "not_english":
      return <State name="not_english" title={t("stateNotEnglish")} text={t("stateNotEnglishText")} />;
    case "nothing_found":
      return <State name="nothing_found" title={t("stateNothing")} text={t("stateNothingText")} />;
    case "failed":
      return (
        <State name="failed" title={t("stateFailed")} text={t("stateFailedText")}>
          {action(t("tryAgain"), () => host.post({ type: "retry" }))}
        </State>
      );
    default:
      return null;
  }
}

interface StateProps {
  name: string;
  title: string;
  text?: string;
  /** Why, in a sentence. */
  detail?: string | null;
  /** The same as programs say it, in the markup only: for those who want to report it. */
  reason?: string;
  children?: ComponentChildren;
}

function State({ name, title, text, detail, reason, children }: StateProps) {
  return (
    <div class="state" data-state={name} data-reason={reason}>
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {detail ? <p class="soft">{detail}</p> : null}
      {children ? <p>{children}</p> : null}
    </div>
  );
}

/** Labels of the site, cuts and news, above the lists. */
export function Notices({ model }: { model: Model }) {
  const page = model.page.value;
  if (!page) return null;
  const lines = [
    page.label && t(`label_${page.label}`),
    whatArticle(page.reason),
    page.paywalled && t("noticePaywall"),
    page.analysis?.truncated && t("noticeTruncated"),
    page.fresh > 0 && tn("fresh", page.fresh),
  ].filter((line) => typeof line === "string");
  const only = page.onlyActor === null ? null : page.analysis?.actors[page.onlyActor]?.name;
  // The region itself stays, so that what arrives later is spoken.
  return (
    <div class="notices" role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {model.away.value ? (
        <p>
          <button type="button" class="link" onClick={() => model.back()}>
            {t("jumpBack")}
          </button>
        </p>
      ) : null}
      {only ? (
        <p>
          {t("onlyShown", only)}{" "}
          <button type="button" class="link" onClick={() => model.only(null)}>
            {t("showAllSpeakers")}
          </button>
        </p>
      ) : null}
    </div>
  );
}
