/** What somebody new is told on each screen of their first run, as the accessibility tree says it. */

export const signUpWords = `
  - heading "Create your account" [level=1]
  - text: Your name
  - textbox "Your name"
  - text: Email
  - textbox "Email"
  - text: Password
  - textbox "Password"
  - button "Show the password"
  - paragraph: At least 8 characters.
  - button "Create account"
`;
export const welcomeWords = `
  - heading "Welcome to OvenAI" [level=1]
  - paragraph: Leads belong to a project, and a project to a client. Name your first ones.
  - textbox "Client"
  - paragraph: The company you qualify leads for, or your own.
  - textbox "Project"
  - paragraph: A campaign, a product or a market.
  - button "Create and open the dashboard"
`;
export const startWords = `
  - main:
    - heading "Dashboard" [level=1]
    - region "Your project is ready for its first leads":
      - heading "Your project is ready for its first leads" [level=2]
      - paragraph: Choose how they come. You can use all of these, and change your mind later.
      - list:
        - listitem:
          - heading "Connect your tools" [level=3]
          - paragraph: "Calendly, WhatsApp and email: each card says what it brings."
          - link "Open integrations"
        - listitem:
          - heading "Add a lead" [level=3]
          - paragraph: "Somebody called, or you met them: write them down."
          - button "Add a lead"
        - listitem:
          - heading "Import leads" [level=3]
          - paragraph: Bring a list from a spreadsheet, saved as CSV.
          - button "Choose a file"
        - listitem:
          - heading "Look around first" [level=3]
          - paragraph: Eight leads that nobody is. One press removes them.
          - button "Add sample leads"
`;
export const addLeadWords = `
  - dialog "Add a lead":
    - heading "Add a lead" [level=2]
    - paragraph: A name is enough. The others in the project hear of it.
    - text: Name
    - textbox "Name"
    - text: Company
    - textbox "Company"
    - text: Phone
    - textbox "Phone"
    - text: Email
    - textbox "Email"
    - text: Channel
    - combobox "Channel"
    - text: Value
    - textbox "Value"
    - button "Cancel"
    - button "Add"
`;
export const paletteWords = `
  - dialog "Search and commands":
    - heading "Search and commands" [level=2]
    - combobox "Search and commands": compact spacing
    - listbox "What was found":
      - group "Settings":
        - option "Compact spacing Dashboard · View and refresh" [selected]
`;
export const settingWords = `
  - main:
    - heading "Dashboard" [level=1]
    - region "View and refresh":
      - heading "View and refresh" [level=2]
      - paragraph: Compact spacing
      - text: "Where it comes from: You, all projects"
      - 'button "Compact spacing: back to Off, default"'
      - paragraph: Smaller margins, so that more fits on the screen.
      - switch "Compact spacing" [checked]
`;
/** What was done, and the way back. */
export const doneWords = (done: string) => `
  - list:
    - listitem:
      - text: "${done}"
      - button "Undo"
`;
/** Without the time: by day it says nothing of quiet hours. */
export const toldWords = `
  - dialog "Notifications":
    - heading "Notifications" [level=2]
    - status "New notifications appear here at once.": Live
    - button "Mark all read"
    - link "Notification settings"
    - region "Today":
      - heading "Today" [level=3]
      - list:
        - listitem:
          - paragraph:
            - text: Unread
            - link "Tara turned burning"
          - time: /now|minute/
          - paragraph: "Heat: from cold to burning"
          - paragraph:
            - text: /Carla.* changed it/
            - link "Why?"
          - button /Mark as read/
    - link "See all notifications"
`;
