import type { AddedLead } from "./new-lead";

/** Who a lead to try the product with is, by its address: private.sample_leads knows them by it. */
const host = "sample.ovenai.example";

const people = [
  ["Maya Stern", "Harbour Bakery", "whatsapp", "4800"],
  ["יואב כהן", "נגריית הצפון", "whatsapp", "12500"],
  ["ليلى منصور", "دار الزيتون", "facebook", "7300"],
  ["Tom Becker", "Becker & Sons", "web", "2200"],
  ["נועה פרידמן", "סטודיו נועה", "referral", "9600"],
  ["Grace Osei", "Bright Clinic", "google", "18000"],
  ["كريم حداد", "مطابع الشرق", "web", "5400"],
  ["Elif Kaya", "Kaya Textiles", "google", "31000"],
] as const;

/** Leads to try the product with. `newId`: makes an id. Their phones are of a range that nobody has. */
export const sampleLeads = (newId: () => string): AddedLead[] =>
  people.map(([name, company, channel, value], at) => ({
    id: newId(),
    name,
    company,
    email: `lead${at + 1}@${host}`,
    phone: `+1 202 555 01${10 + at}`,
    channel,
    value,
  }));
