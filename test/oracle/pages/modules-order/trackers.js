export function loadClarity() {
  const script = document.createElement('script');
  script.async = true;
  script.src = 'https://www.clarity.ms/tag/abcdefghij';
  document.head.append(script);
}
