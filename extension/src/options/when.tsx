// When pages are marked, and on which sites. The browser is asked for a permission only here, at the
// reader's press, and the permission is given back when it is no longer needed.

import { useSignal } from "@preact/signals";
import { hostOf } from "../settings";
import { t } from "../words";
import { Choice } from "./choice";
import type { SectionProps } from "./section";

/** Every page of http and https: what "every news article" needs. */
const ALL = ["http://*/*", "https://*/*"];

const originOf = (site: string) => `*://${site}/*`;

export function When({ host, settings, change, say }: SectionProps) {
  async function choose(when: "click" | "sites" | "all"): Promise<void> {
    // First thing in the press: the browser refuses to ask later.
    const may = when === "all" ? await host.request(ALL) : true;
    // Saying so draws the choice anew, as it still is.
    if (!may) return say(t("permissionRefused"));
    if (settings.when === "all" && when !== "all") await host.release(ALL);
    change({ when });
  }
  async function addSite(site: string): Promise<void> {
    if (settings.when !== "all" && !(await host.request([originOf(site)])))
      return say(t("permissionRefused"));
    change({
      sites: [...new Set([...settings.sites, site])].sort(),
      excluded: settings.excluded.filter((other) => other !== site),
      when: settings.when === "click" ? "sites" : settings.when,
    });
  }
  async function removeSite(site: string): Promise<void> {
    change({ sites: settings.sites.filter((other) => other !== site) });
    if (settings.when !== "all") await host.release([originOf(site)]);
  }
  return (
    <section>
      <h2 id="when">{t("whenTitle")}</h2>
      <fieldset aria-labelledby="when">
        {(["click", "sites", "all"] as const).map((when) => (
          <Choice
            key={when}
            type="radio"
            name="when"
            checked={settings.when === when}
            label={t(`when_${when}`)}
            note={t(`whenNote_${when}`)}
            press={() => void choose(when)}
          />
        ))}
      </fieldset>
      <Hosts name="sites" list={settings.sites} add={addSite} remove={removeSite} say={say} />
      <Hosts
        name="excluded"
        list={settings.excluded}
        say={say}
        add={async (site) =>
          change({
            excluded: [...new Set([...settings.excluded, site])].sort(),
            sites: settings.sites.filter((other) => other !== site),
          })
        }
        remove={async (site) => change({ excluded: settings.excluded.filter((other) => other !== site) })}
      />
    </section>
  );
}

function Hosts(props: {
  name: "sites" | "excluded";
  list: string[];
  add(site: string): Promise<void>;
  remove(site: string): Promise<void>;
  say(words: string): void;
}) {
  const typed = useSignal("");
  return (
    <div data-hosts={props.name}>
      <h3>{t(`${props.name}Title`)}</h3>
      {props.list.length === 0 ? <p class="soft">{t(`${props.name}None`)}</p> : null}
      <ul class="hosts">
        {props.list.map((site) => (
          <li key={site}>
            <bdi>{site}</bdi>
            <button type="button" aria-label={t("removeNamed", site)} onClick={() => void props.remove(site)}>
              {t("remove")}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="add"
        onSubmit={(event) => {
          event.preventDefault();
          const site = hostOf(typed.value);
          if (site === null) return props.say(t("notASite"));
          typed.value = "";
          void props.add(site);
        }}
      >
        <label>
          <span class="soft">{t(`${props.name}Add`)}</span>
          <input
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="example.com"
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="button">
          {t("add")}
        </button>
      </form>
    </div>
  );
}
