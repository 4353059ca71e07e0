/** What a person answers to an invitation. Who has not answered has none. */
export const meetingAnswers = ["accepted", "declined"] as const;
export type MeetingAnswer = (typeof meetingAnswers)[number];

export const isMeetingAnswer = (value: unknown): value is MeetingAnswer =>
  meetingAnswers.some((answer) => answer === value);
