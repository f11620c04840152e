(function () {
  var id = window.shop && window.shop.analytics && window.shop.analytics.id;
  if (!id) return;
  var s = document.createElement('script');
  s.src = 'https://www.googletagmanager.com/gtag/js?id=' + id;
  document.head.appendChild(s);
})();
