const list =
  'Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Sgt Cpl Pvt Capt Cmdr Adm Brig Rev Fr Hon Pres Amb Atty Supt Del Msgr Messrs St Mt Ft'

const titles = new Set(list.split(' ').map(title => `${title}.`))

/** Abbreviations that stand before a name and so end no sentence ("Sen.", "Gen.", "St."), with their full stop. */
export const isTitle = (form: string): boolean => titles.has(form)
