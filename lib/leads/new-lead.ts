import * as s from "@/lib/schema";
import { channels, type Channel } from "@/lib/leads/channel";
import { withoutInvisibleMarks } from "@/lib/vocabulary/invisible-marks";

/** What a person writes about a new lead. Texts, as a form or a file has them; empty where nothing is known. */
export type NewLead = {
  name: string;
  company: string;
  email: string;
  phone: string;
  channel: Channel | "";
  value: string;
};

/** As it is sent: what is empty is left out. `id`: made where the lead is written, so that it is added once. */
export type AddedLead = { id: string; name: string } & Partial<Omit<NewLead, "name">>;

/** One request adds no more than these. */
export const leadsAtOnce = 500;

/** Letters that nobody sees would keep an address from being found. */
const plain = s.overwrite((text: string) => withoutInvisibleMarks(text).trim());
const tidy = s.overwrite((text: string) => text.replace(/\s+/g, " ").trim());

const emailForm = /^$|^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/;
const phoneForm = /^$|^(?=(?:\D*\d){6,})[+\d][\d\s().\-–/]*(?:(?:x|ext\.?|#)\s*\d+)?$/i;
const valueForm = /^$|^\d{1,12}(\.\d{1,2})?$/;

/** The problems are names of messages: `leads.add.problems`. */
export const newLeadSchema = s.strictObject({
  name: s.string(tidy, s.minLength(1, "name"), s.maxLength(200, "tooLong")),
  company: s.string(tidy, s.maxLength(200, "tooLong")),
  email: s.string(
    plain,
    s.maxLength(320, "tooLong"),
    s.refine((text: string) => emailForm.test(text), "email"),
  ),
  phone: s.string(
    plain,
    s.maxLength(40, "tooLong"),
    s.refine((text: string) => phoneForm.test(text), "phone"),
  ),
  channel: s.oneOf([...channels, ""]),
  value: s.string(
    plain,
    s.refine((text: string) => valueForm.test(text), "value"),
  ),
});

export const noLead: NewLead = { name: "", company: "", email: "", phone: "", channel: "", value: "" };

export const addedLead = (
  id: string,
  { name, company, email, phone, channel, value }: NewLead,
): AddedLead => ({
  id,
  name,
  ...(company && { company }),
  ...(email && { email }),
  ...(phone && { phone }),
  ...(channel && { channel }),
  ...(value && { value }),
});
