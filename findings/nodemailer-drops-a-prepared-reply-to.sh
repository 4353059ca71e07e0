#!/bin/sh
# Guess: a header given as `{ prepared: true, value }` goes into the mail as it is written, whatever its name.
# Behaviour: of prepared headers nodemailer leaves out Reply-To (and says nothing), while another prepared header is written
#   and a Reply-To given as plain text is, too. What was meant to go to a person goes to the sender of the mail.
# Versions: nodemailer 10.6.1, Node 20.
# Who meets it: whoever prepares headers so that they are not folded or encoded, and the addresses for answers with them.
#   This product gives it as `replyTo` (lib/notifications/channels/email/smtp.ts); e2e/mail.spec.ts reads it from the bytes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > package.json <<'JSON'
{ "name": "finding", "private": true, "type": "module" }
JSON
npm install --silent --no-audit --no-fund nodemailer@10.6.1

cat > run.js <<'JS'
import nodemailer from "nodemailer";
const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
const answers = "answers@example.com";
const written = async (name, given) => {
  const mail = { from: "a@example.com", to: "b@example.com", subject: "Hello", text: "Hello", ...given };
  const { message } = await transport.sendMail(mail);
  return new RegExp(`^${name}: ${answers}`, "im").test(message.toString());
};
const prepared = { prepared: true, value: answers };
const seen = {
  "plain Reply-To": await written("Reply-To", { headers: { "Reply-To": answers } }),
  "replyTo": await written("Reply-To", { replyTo: answers }),
  "prepared X-Answers": await written("X-Answers", { headers: { "X-Answers": prepared } }),
  "prepared Reply-To": await written("Reply-To", { headers: { "Reply-To": prepared } }),
};
console.log(seen);
process.exit(Object.values(seen).join() === "true,true,true,false" ? 0 : 1);
JS
node run.js
