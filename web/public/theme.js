// Sets the remembered theme before the first paint, so that no wrong one flashes.
try {
  const theme = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // No storage in this window: the system's theme holds.
}
