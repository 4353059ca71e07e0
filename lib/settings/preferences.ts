import { locales } from "@/lib/vocabulary/locales";
import type { LeadColumn } from "@/lib/vocabulary/lead-list";
import { knownVariables, strangeVariable } from "@/lib/vocabulary/signature-variables";
import { choice, percent, text, timeZone, toggle, type Field, type PatchOf, type ValueOf } from "./fields";
import { defineSection } from "./sections";

/** A switch that no form draws. */
const shown = (initial: boolean, titleKey: string): Field<boolean> => ({
  ...toggle(initial, titleKey),
  control: { kind: "none" },
});

const beta = { path: "feature_preferences.betaFeatures", titleKey: "betaFeatures" };

/** How the app looks and speaks, and what it does with what is connected. One row a person: user_app_preferences. */
export const preferences = defineSection({
  name: "preferences",
  schemaVersion: 1,
  columns: {
    interface_settings: {
      theme: choice("system", ["system", "light", "dark", "contrast"], "theme"),
      language: choice("en", locales, "language"),
      direction: choice("auto", ["auto", "ltr", "rtl"], "direction"),
      density: choice("comfortable", ["comfortable", "compact"], "density"),
      reduceMotion: toggle(false, "reduceMotion"),
      fontScale: percent(100, [90, 100, 115, 130], "fontScale"),
      notificationSound: toggle(false, "notificationSound"),
    },
    data_preferences: {
      dateFormat: choice("auto", ["auto", "dmy", "mdy", "ymd"], "dateFormat"),
      timeFormat: choice("auto", ["auto", "h12", "h23"], "timeFormat"),
      firstDayOfWeek: choice("auto", ["auto", "sunday", "monday", "saturday"], "firstDayOfWeek"),
      currency: choice("USD", ["USD", "EUR", "GBP", "ILS", "AED", "SAR", "EGP", "JOD"], "currency"),
      numberFormat: choice("auto", ["auto", "comma", "dot", "space"], "numberFormat"),
      timezone: timeZone("UTC", "timezone"),
      // Chosen above the list itself.
      leadColumns: {
        bant: shown(true, "leadColumnBant"),
        status: shown(true, "leadColumnStatus"),
        channel: shown(true, "leadColumnChannel"),
        owner: shown(true, "leadColumnOwner"),
        nextStep: shown(true, "leadColumnNextStep"),
        value: shown(true, "leadColumnValue"),
        created: shown(false, "leadColumnCreated"),
        activity: shown(true, "leadColumnActivity"),
      } satisfies Record<LeadColumn, Field<boolean>>,
    },
    feature_preferences: {
      betaFeatures: toggle(false, "betaFeatures"),
      // A beta feature appears while `betaFeatures` and its own switch are on.
      quickKeys: toggle(true, "quickKeys", beta),
      leadAge: toggle(true, "leadAge", beta),
      debugMode: toggle(false, "debugMode"),
    },
    // What a person prefers about a connection. Its secrets are never here: private.integration_credentials has them.
    integration_settings: {
      calendly: {
        enabled: toggle(false, "calendlyEnabled"),
        autoSync: toggle(true, "calendlyAutoSync"),
        defaultMeetingType: text({ maxLength: 120 }, "calendlyMeetingType"),
        bookingNotifications: toggle(true, "calendlyBookingNotifications"),
      },
      whatsapp: {
        enabled: toggle(false, "whatsappEnabled"),
        messageSync: toggle(true, "whatsappMessageSync"),
        templates: {
          language: choice("lead", ["lead", ...locales], "whatsappTemplateLanguage"),
          firstContact: text({ maxLength: 120 }, "whatsappFirstContactTemplate"),
          followUp: text({ maxLength: 120 }, "whatsappFollowUpTemplate"),
        },
      },
      email: {
        provider: choice("none", ["none", "platform", "smtp", "resend"], "emailProvider"),
        from: text({ maxLength: 120, pattern: /^[^\r\n<>]*$/, problem: "senderCharacters" }, "emailFrom"),
        // Plain text or HTML, with words that are filled in.
        signature: text(
          {
            maxLength: 3000,
            multiline: true,
            pattern: knownVariables,
            problem: "unknownVariable",
            culprit: strangeVariable,
          },
          "emailSignature",
        ),
      },
    },
  },
});

export type AppPreferences = ValueOf<typeof preferences.columns>;
export type AppPreferencesPatch = PatchOf<typeof preferences.columns>;
