// `cargo xtask serve`: the built demo on this machine, until it is stopped.

import { options } from "./options";
import { fromRoot } from "./paths";
import { files, serve } from "./server";

const { get } = options(["port"]);
const { origin } = await serve([files("/", fromRoot("dist/www"))], Number(get("port") ?? 8000));
console.log(`the demo is at ${origin}/ (Ctrl+C stops it)`);
