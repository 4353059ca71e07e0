import type { Reply } from "../http";
import { changeTemplate } from "./control";
import { graphApp } from "./app";
import type { Parts } from "./graph";
import { htmlOf, page, written } from "../html";
import { shownOf } from "./judge";
import { somePicture } from "./picture";
import type { Account } from "./state";

const steps = ["delivered", "read", "failed"] as const;

/** The other end: businesses that can be connected, and the phone of a lead, which writes, reads and stops. */
export async function answerDesk(parts: Parts, pathname: string, text: string): Promise<Reply> {
  if (pathname === "/") return htmlOf(desk(parts));
  await act(parts, pathname.slice(6), Object.fromEntries(new URLSearchParams(text)));
  return { status: 303, headers: { location: "/" }, body: "" };
}

async function act(parts: Parts, name: string, form: Record<string, string>): Promise<void> {
  const { state, phones, files } = parts;
  const [number = "", phone = ""] = [form.number, form.from?.replace(/\D/g, "")];
  if (name === "account") {
    const account = state.makeAccount(form.name || "Demo Realty");
    if (form.numbers !== "0") state.newNumber(account);
    state.giveToken(account);
  }
  if (name === "number") state.accounts.filter(({ id }) => id === form.account).forEach(state.newNumber);
  if (name === "write" && phone) await phones.write({ number, from: phone, body: form.body ?? "" });
  if (name === "picture" && phone) {
    const more = files.keep(number, { kind: "image", type: "image/png", bytes: somePicture() });
    await phones.write({ number, from: phone, body: "A picture", more });
  }
  if (name === "prefer") await phones.prefer(number, phone, form.value === "resume" ? "resume" : "stop");
  if (name === "report")
    await phones.report(form.id ?? "", form.step ?? "read", form.step === "failed" ? 131_026 : undefined);
  if (name === "template")
    await changeTemplate(parts, {
      account: form.account ?? "",
      name: form.name ?? "",
      language: form.language ?? "",
      status: form.status ?? "PAUSED",
    });
  if (name === "expire")
    for (const token of state.tokens) if (token.accounts.includes(form.account ?? "")) token.ends = 1;
}

const hidden = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${written(value)}">`)
    .join("");
const press = (deed: string, fields: Record<string, string>, words: string) =>
  `<form method="post" action="/desk/${deed}" style="display:inline-flex">${hidden(fields)}<button>${words}</button></form>`;

function desk(parts: Parts): string {
  const others = parts.state.accounts.filter(({ id }) => id !== graphApp.accountId);
  return page(
    "WhatsApp (local)",
    `<p>Make a business here, connect it in the app under Settings, Integrations, then write to its number as a lead would.</p>
<form method="post" action="/desk/account"><label>Business<input name="name" value="Demo Realty"></label>
<label>Number<select name="numbers"><option value="1">A new number</option><option value="0">None yet</option></select></label><button>Make a business</button></form>
${others.map((account) => business(parts, account)).join("")}`,
  );
}

function business(parts: Parts, account: Account): string {
  const token = parts.state.tokens.findLast(({ accounts }) => accounts.includes(account.id));
  const templates = account.templates
    .map(({ name, language, status }) => {
      const next = status === "APPROVED" ? "PAUSED" : "APPROVED";
      const fields = { account: account.id, name, language, status: next };
      return `<tr><td>${name}</td><td>${language}</td><td>${status}</td><td>${press("template", fields, next)}</td></tr>`;
    })
    .join("");
  return `<section><h2 dir="auto">${written(account.name)}</h2>
<p>Account <code>${account.id}</code> · token <code>${token?.value ?? ""}</code></p>
<p>${account.subscribed ? "The app is told of it." : "The app is not told of it: nothing that is written here arrives."}</p>
${account.numbers.map(({ id, display }) => chat(parts, account, id, display)).join("") || "<p>No number yet.</p>"}
${press("number", { account: account.id }, "Add a number")} ${press("expire", { account: account.id }, "Let the token end")}
<details><summary>Templates</summary><table>${templates}</table></details></section>`;
}

function chat({ phones }: Parts, { templates }: Account, number: string, display: string): string {
  const theirs = phones.received
    .filter((each) => each.number === number)
    .map(({ from, body, at }) => ({
      at,
      row: `<li><small>${from}</small><br><bdi>${written(body)}</bdi></li>`,
    }));
  const ours = phones.kept
    .filter((each) => each.number === number)
    .map(({ id, to, at, message }) => ({
      at,
      row: `<li class="ours"><small>to ${to}</small><br><bdi>${written(shownOf(message, templates))}</bdi><br>${steps
        .map((step) => press("report", { id, step }, step))
        .join(" ")}</li>`,
    }));
  const rows = [...theirs, ...ours].sort((one, other) => one.at - other.at).map(({ row }) => row);
  const from = `<label>Phone of the lead<input name="from" required value="+972 50 555 0109"></label>`;
  return `<h3>Number ${written(display)}</h3><p><small>Number id <code>${number}</code></small></p><ol>${rows.join("")}</ol>
<form method="post" action="/desk/write">${hidden({ number })}${from}<label>Message<input name="body" required></label><button>Write</button><button formaction="/desk/picture" formnovalidate>Send a picture</button></form>
<form method="post" action="/desk/prefer">${hidden({ number })}${from}<button name="value" value="stop">Stop marketing</button><button name="value" value="resume">Resume</button></form>`;
}
