const highHz = 880;
const lowHz = 660;
const noteSeconds = 0.12;
/** Heard, and not startling. */
const loudness = 0.08;

/** Two soft notes, made here: no file is fetched. A browser that has heard no press yet plays nothing. */
export function playTone(): void {
  if (!("AudioContext" in window)) return;
  const audio = new AudioContext();
  const gain = audio.createGain();
  gain.connect(audio.destination);
  gain.gain.setValueAtTime(loudness, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 3 * noteSeconds);
  const notes = [lowHz, highHz].map((hz, place) => {
    const note = audio.createOscillator();
    note.frequency.value = hz;
    note.connect(gain);
    note.start(audio.currentTime + place * noteSeconds);
    note.stop(audio.currentTime + (place + 2) * noteSeconds);
    return note;
  });
  notes.at(-1)?.addEventListener("ended", () => void audio.close());
}
