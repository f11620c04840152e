/** Die Regeln auf Deutsch. */
import type { RuleTexts } from './rule-texts.ts';

export const deRules: RuleTexts = {
  'consent-mode/granted-default': {
    title: 'Eine Voreinstellung des Einwilligungsmodus, die Werbung oder Messung vor jeder Wahl erlaubt',
    why: 'Bis zur Wahl entscheidet die Voreinstellung. Wo sie erlaubt, werden Cookies gesetzt und Daten gesendet, als hätten alle eingewilligt.',
    remedy:
      'Alle Signale in der Voreinstellung auf „denied“ setzen und erst nach der Einwilligung durch ein Update erlauben.',
  },
  'consent-mode/ignored-command': {
    title: 'Ein Einwilligungsbefehl, den die Bibliothek stillschweigend übergeht',
    why: 'Es sieht aus, als werde die Einwilligung beachtet, und nichts geschieht: Die Bibliothek verfährt weiter, als sei alles erlaubt.',
    remedy: 'Den Befehl in der Form schreiben, die die Bibliothek liest, und bevor sie ihre Warteschlange liest.',
  },
  'consent-mode/late-default': {
    title: 'Eine Voreinstellung des Einwilligungsmodus, die erst nach den Tags gesetzt wird, für die sie gelten soll',
    why: 'Ein Tag, das vor der Voreinstellung läuft, findet keine vor, und das gilt als erlaubt.',
    remedy: 'Die Voreinstellung zuerst setzen: im ersten Skript der Seite oder beim Trigger „Consent Initialization“.',
  },
  'consent-mode/missing-default': {
    title: 'Tags mit Einwilligungsmodus ohne Voreinstellung davor',
    why: 'Eine Einwilligungsart, die niemand gesetzt hat, gilt als erteilt: Cookies werden vom ersten Besuch an gesetzt.',
    remedy:
      'Vor dem ersten Tag alle Einwilligungsarten auf „denied“ setzen und sie aktualisieren, sobald gewählt wird.',
  },
  'consent-mode/missing-update': {
    title: 'Eine verweigernde Voreinstellung, die nie aktualisiert wird',
    why: 'Die Wahl der Besucher bleibt ohne Wirkung: Die Tags bleiben auf jeder Seite eingeschränkt.',
    remedy: 'Ein Update senden, sobald gewählt wird, und auf jeder späteren Seite nach der gespeicherten Wahl.',
  },
  'consent-mode/missing-v2-signals': {
    title: 'Einwilligungsbefehle ohne ad_user_data und ad_personalization',
    why: 'Seit März 2024 fragt Google gesondert, ob Nutzerdaten für Werbung gesendet und zur Personalisierung verwendet werden dürfen. Was niemand setzt, gilt als erteilt.',
    remedy: 'Beide zusammen mit ad_storage setzen, in der Voreinstellung und in jedem Update.',
  },
  'consent-mode/unknown-signal': {
    title: 'Ein Einwilligungssignal, ein Wert oder eine Region, die es nicht gibt',
    why: 'Namen werden genau verglichen. Was falsch geschrieben ist, wird nicht gesetzt, und was nicht gesetzt ist, gilt als erteilt.',
    remedy: 'Namen, Wert oder Region berichtigen.',
  },
  'consent/cmp-loaded-late': {
    title: 'Eine selbst blockierende Einwilligungsplattform wird erst nach den Tags geladen',
    why: 'Sie kann nur zurückhalten, was der Browser noch nicht gelesen hat; die Tags davor laufen bei jedem ersten Besuch.',
    remedy: 'Die Plattform als Erstes im head laden, ohne async oder defer, oder die Tags nach ihrer Art parken.',
  },
  'consent/embedded-content': {
    title: 'Videos, Karten, soziale Widgets, Chat oder andere eingebettete Inhalte laden vor jeder Wahl',
    why: 'Der Anbieter erhält die IP-Adresse und die Seite und kann Cookies setzen und lesen, bevor jemand seine Inhalte verlangt hat.',
    remedy: 'Einen Platzhalter zeigen und den Inhalt laden, wenn er verlangt wird oder eingewilligt wurde.',
  },
  'consent/fires-before-consent': {
    title: 'Ein Tracker kann beim ersten Besuch laufen, bevor gewählt wurde',
    why: 'Auf dem Gerät für Werbung oder Messung etwas zu speichern oder auszulesen, verlangt vorher eine Einwilligung. Hier fragt nichts danach.',
    remedy:
      'Das Tag auf die Kategorie warten lassen, die seinen Zweck abdeckt: über die Einwilligungsplattform oder die Einwilligungsprüfungen des Tag-Managers.',
  },
  'consent/ineffective-gate': {
    title: 'Was vor einem Tracker steht, sieht nach Einwilligung aus und ist keine',
    why: 'Eine Verzögerung, Scrollen, ein weggeklicktes Banner oder ein ausgebliebenes Nein ist keine Einwilligung: Das Tag läuft, obwohl niemand zugestimmt hat.',
    remedy: 'Nach der gespeicherten, ausdrücklichen Zustimmung fragen und ihr Fehlen als Ablehnung behandeln.',
  },
  'consent/noscript-beacon': {
    title: 'Ein Zählpixel oder Frame im Markup, den kein Skript zurückhalten kann',
    why: 'Keine Einwilligungsplattform kann ihn halten: Der Browser ruft ihn beim Lesen der Seite ab, und er übermittelt deren Adresse.',
    remedy: 'Entfernen; wo er gebraucht wird, auf dem Server nur für Besucher ausgeben, die eingewilligt haben.',
  },
  'consent/opt-out-ignored': {
    title: 'Ein Tracker läuft trotz Widerspruchs',
    why: 'Weder die Wahl gegen Verkauf und Weitergabe noch das Signal des Browsers (Global Privacy Control) hält ihn auf.',
    remedy: 'Vor dem Tag nach Widerspruch und Signal fragen.',
  },
  'consent/resource-hint': {
    title: 'Ein Link bereitet einen Tracker vor, bevor gewählt wurde',
    why: 'Schon die Verbindung gibt die IP-Adresse preis, an der Sperre des Tags vorbei.',
    remedy: 'Den Link entfernen oder erst nach der Einwilligung zusammen mit dem Tag einfügen.',
  },
  'consent/unmanaged-block': {
    title: 'Blockiertes Markup, das nichts auf der Seite freigibt',
    why: 'Das Tag ist tot, was immer gewählt wird; früher oder später „repariert“ es jemand, indem er die Sperre entfernt.',
    remedy: 'Das Tag nach Art der Einwilligungsplattform der Seite parken, mit einer ihrer Kategorien.',
  },
  'consent/wrong-category': {
    title: 'Ein Tracker wartet auf eine Kategorie, die seinen Zweck nicht abdeckt',
    why: 'Wer in einen Zweck eingewilligt hat, hat nicht in einen anderen eingewilligt: Die Einwilligung gilt für den bestimmten Fall.',
    remedy: 'Auf die Kategorie warten lassen, die den Zweck abdeckt.',
  },
  'data/advanced-matching': {
    title: 'Nutzerdaten werden im Code an ein Pixel übergeben',
    why: 'E-Mail-Adresse, Telefonnummer oder Name gehen an den Anbieter, der die Person daran wiedererkennt. Hashen ändert das nicht: Der Hash ist zum Wiedererkennen da.',
    remedy: 'Die Nutzerdaten herausnehmen oder nur nach Einwilligung in genau diese Verwendung senden.',
  },
  'data/automatic-advanced-matching': {
    title: 'Die automatische Erfassung von Formulardaten eines Anbieters ist eingeschaltet',
    why: 'Das Skript des Anbieters liest, was in Formulare eingegeben wird, und sendet es, ohne dass ein Ereignis geschrieben wäre. Dafür hat die schwedische Behörde Apotheken und eine Bank mit Bußgeldern belegt.',
    remedy: 'In der Oberfläche des Anbieters und im Tag ausschalten und regelmäßig prüfen, dass es so bleibt.',
  },
  'data/automatic-events': {
    title: 'Automatische Ereignisse sind eingeschaltet',
    why: 'Das Skript des Anbieters erfasst selbst Klicks, Beschriftungen, Formularfelder und Metadaten der Seite; niemand hat entschieden, was darunter ist.',
    remedy: 'Automatische Ereignisse ausschalten und die benötigten Ereignisse schreiben.',
  },
  'data/exposed-form-field': {
    title: 'Ein Formularfeld steht dort, wo das Skript eines Anbieters Formulare liest',
    why: 'Was eingegeben wird, kann den Anbieter durch einen Schalter in seiner Oberfläche erreichen, der in keiner Datei der Website steht.',
    remedy:
      'Den Anbieter von Seiten mit solchen Formularen fernhalten und seinen automatischen Abgleich ausgeschaltet lassen.',
  },
  'data/personal-data-in-event': {
    title: 'Personenbezogene Daten stehen in einem Ereignis, einer Einstellung oder einer Adresse',
    why: 'Sie erreichen einen Anbieter, der sie nicht haben sollte, und bleiben in Verläufen, Protokollen und Berichten stehen.',
    remedy: 'Weglassen oder stattdessen eine Kennung senden, die nur Sie auflösen können.',
  },
  'data/session-replay-unmasked': {
    title: 'Eine Sitzungsaufzeichnung zeigt, was in Felder eingegeben wird',
    why: 'Die Aufzeichnung behält jeden eingegebenen Buchstaben, ob das Formular abgeschickt wird oder nicht, und wer Zugang zu ihr hat, kann zusehen.',
    remedy: 'Alle Eingaben maskieren und die Aufzeichnung von Seiten mit sensiblen Inhalten fernhalten.',
  },
  'gtm/broad-permissions': {
    title: 'Eine benutzerdefinierte Vorlage, die mehr darf, als ihr Code nutzt',
    why: 'Die Berechtigung gilt auch dann noch, wenn der Code aktualisiert wird, von der Autorin oder von wem auch immer, der das Konto übernommen hat.',
    remedy: 'Die Berechtigungen auf das beschränken, was der Code nutzt.',
  },
  'gtm/consent-not-configured': {
    title: 'Ein Tag, dessen Einwilligungseinstellungen nie geöffnet wurden',
    why: 'Die Tag-Art fragt selbst nach keiner Einwilligung, also löst der Container es für alle aus.',
    remedy:
      'In den Einwilligungseinstellungen des Tags zusätzliche Einwilligung verlangen oder es auf das Ereignis der Einwilligungsplattform auslösen.',
  },
  'gtm/container-size': {
    title: 'Ein Container nahe der Größe, die Tag Manager noch veröffentlicht',
    why: 'Jeder Besucher lädt ihn ganz, bevor ein Tag läuft, und über der Grenze lässt sich keine Änderung mehr veröffentlichen, auch keine Berichtigung.',
    remedy: 'Löschen, was nicht gebraucht wird, und große Skripte aus dem Container nehmen.',
  },
  'gtm/dead-exception': {
    title: 'Eine Ausnahme auf einem Ereignis, bei dem das Tag nie ausgelöst wird',
    why: 'Eine Ausnahme wird nur bei ihrem eigenen Ereignis geprüft. Bei allen anderen läuft das Tag, als gäbe es sie nicht.',
    remedy: 'Die Ausnahme auf die Ereignisse bauen, die das Tag auslösen.',
  },
  'gtm/duplicate-tag': {
    title: 'Zwei Tags mit denselben Einstellungen an denselben Triggern',
    why: 'Alles wird doppelt gesendet, und wer eines sperrt oder löscht, hält die Sache für erledigt.',
    remedy: 'Eines der beiden löschen.',
  },
  'gtm/html-without-effect': {
    title: 'Ein Tag mit benutzerdefiniertem HTML, das nichts tut',
    why: 'Man hält es für etwas, das es nicht ist: eine Sperre, eine Messung, eine Korrektur.',
    remedy: 'Das Tag löschen oder seinem Code das fehlende script-Element geben.',
  },
  'gtm/invalid-pattern': {
    title: 'Ein regulärer Ausdruck, auf den nichts passen kann',
    why: 'Die Bedingung gilt nie oder immer, was auch gemeint war.',
    remedy: 'Den Ausdruck berichtigen.',
  },
  'gtm/missing-conversion-linker': {
    title: 'Tags lesen die Kennung des Anzeigenklicks, und kein Tag des Containers bewahrt sie auf',
    why: 'Die Kennung steht nur in der Adresse der ersten Seite; ohne ein Cookie, das sie behält, gehört ein späterer Kauf zu keiner Kampagne.',
    remedy: 'Das Linker-Tag hinzufügen, hinter derselben Einwilligung wie die Tags, denen es dient.',
  },
  'gtm/naming-scheme': {
    title: 'Ein Name, den das Namensschema der Konfiguration nicht zulässt',
    why: 'An den Namen findet man, was ein Container an wen sendet.',
    remedy: 'Umbenennen oder die Form in die Optionen der Regel aufnehmen.',
  },
  'gtm/never-fires': {
    title: 'Ein Tag, das kein Besucher auslösen kann, was immer gewählt wird',
    why: 'Es sieht aus, als sei es in Gebrauch, und sendet nichts, auch nicht für Besucher, die in alles eingewilligt haben.',
    remedy: 'Trigger und Einwilligungsprüfungen berichtigen oder das Tag löschen.',
  },
  'gtm/newer-syntax': {
    title: 'Code in einer Syntax, die der Compiler des Tag Managers ablehnen kann',
    why: 'Ein Container mit solchem Code lässt sich womöglich nicht veröffentlichen, oder das Tag fällt weg.',
    remedy: 'In ECMAScript 5 schreiben oder in eine Datei der Website legen.',
  },
  'gtm/paused-tag': {
    title: 'Ein pausiertes Tag, das im Container aufgehoben wird',
    why: 'Ein Klick genügt, und es läuft wieder, mit allem, was es damals sendete.',
    remedy: 'Löschen; die Versionen des Containers bewahren es auf.',
  },
  'gtm/sequencing-bypasses-consent': {
    title:
      'Ein Einrichtungs- oder Bereinigungs-Tag läuft mit weniger Einwilligung, als seine eigenen Trigger verlangen',
    why: 'Ein Tag, das ein anderes startet, läuft mit dessen Einwilligung; seine eigenen Trigger und ihre Sperren werden nicht gefragt.',
    remedy: 'Dem startenden Tag dieselbe Sperre geben oder die Prüfungen in das gestartete Tag selbst legen.',
  },
  'gtm/undefined-reference': {
    title: 'Ein Verweis auf eine Variable, einen Trigger, ein Tag, eine Vorlage oder einen Ordner, die es nicht gibt',
    why: 'Was darauf verweist, bekommt nichts: eine Bedingung, die nie gilt, ein Tag, das nie läuft, oder ein fehlender Wert.',
    remedy: 'Den Verweis berichtigen oder das Gemeinte anlegen.',
  },
  'gtm/unused-entity': {
    title: 'Tags, die nichts auslöst; Trigger, Variablen, Vorlagen und Ordner, die nichts nutzt',
    why: 'Was niemand nutzt, prüft niemand, bis es wieder jemand nutzt.',
    remedy: 'Löschen.',
  },
  'hygiene/debug-leftover': {
    title: 'Ein Testschalter oder Code zur Fehlersuche, der stehen geblieben ist',
    why: 'Testereignisse und Ausgaben mischen sich unter das Gemessene und zeigen Besuchern, was gesendet wird.',
    remedy: 'Entfernen.',
  },
  'hygiene/duplicate-pixel': {
    title: 'Dieselbe Kennung wird zweimal initialisiert',
    why: 'Ereignisse werden doppelt gezählt, und eine Sperre vor dem einen ist nichts wert, solange das andere läuft.',
    remedy: 'Eines der beiden behalten: das, über das die Einwilligungsplattform bestimmt.',
  },
  'hygiene/retired-product': {
    title: 'Ein Tag eines abgeschalteten Produkts',
    why: 'Es misst nichts mehr und nimmt doch Kontakt zum Anbieter auf.',
    remedy: 'Entfernen.',
  },
  'hygiene/value-without-currency': {
    title: 'Ein Betrag ohne Währung, eine Währung ohne Betrag oder eine Währung, die es nicht gibt',
    why: 'Der Anbieter verwirft den Betrag oder hält ihn für eine andere Währung.',
    remedy: 'Betrag und Währung zusammen senden, die Währung mit ihrem dreistelligen Kürzel.',
  },
  'policy/unlisted-vendor': {
    title: 'Ein Anbieter oder Host, den die eigene Richtlinie der Website nicht zulässt',
    why: 'Wer nicht auf der Liste steht, wurde nicht geprüft: Weder Auftragsverarbeitungsvertrag noch Datenschutzerklärung nennt ihn.',
    remedy: 'Entfernen oder prüfen und in die Liste aufnehmen.',
  },
  'policy/unreviewed-change': {
    title: 'Etwas wird gesendet, das der geprüfte Stand nicht enthält',
    why: 'Jemand hat abgenommen, was wann gesendet wird. Was seither neu oder schwächer ist, hat niemand angesehen: So bleiben Einstellungen ein Jahr lang falsch.',
    remedy: 'Prüfen: rückgängig machen oder mit Begründung in den geprüften Stand aufnehmen.',
  },
  'security/dynamic-code': {
    title: 'Ein Tag führt Code aus, der in keiner Datei steht',
    why: 'Was er tun wird, lässt sich nicht prüfen, und wer seine Quelle beherrscht, beherrscht die Seite.',
    remedy: 'Den Code in die Datei schreiben oder von einer festen, geprüften Adresse laden.',
  },
  'security/exposed-secret': {
    title: 'Ein Geheimnis steht dort, wo es jeder Besucher lesen kann',
    why: 'Damit kann jeder als die Website auftreten: Ereignisse senden, Berichte lesen, Einstellungen ändern.',
    remedy: 'Widerrufen und den Nachfolger auf dem Server aufbewahren.',
  },
  'security/insecure-transport': {
    title: 'Ein Anbieter wird unverschlüsselt abgerufen oder beschickt',
    why: 'Jeder auf dem Weg kann lesen, was gesendet wird, und das Skript ändern, das in der Seite läuft.',
    remedy: 'https schreiben.',
  },
  'security/unknown-third-party': {
    title: 'Ein Skript oder Pixel von einem unbekannten Host oder von einem Tracker, den der Katalog nicht kennt',
    why: 'Das Skript eines Dritten kann alles, was die Seite kann. Wer er ist und was er nimmt, lässt sich von hier aus nicht sagen.',
    remedy: 'Herausfinden, wer dahintersteht; entfernen oder als geprüft führen.',
  },
  'sensitive/event-name': {
    title: 'Ein Ereignis, ein Parameter oder eine Zielgruppe ist nach etwas Sensiblem benannt',
    why: 'Schon der Name verrät dem Anbieter, was den Besucher beschäftigt.',
    remedy: 'Einen neutralen Namen geben.',
  },
  'sensitive/page-context': {
    title: 'Ein Tracker erfährt eine sensible Adresse oder einen sensiblen Titel, indem er bloß lädt',
    why: 'Was auf der Seite lädt, erhält ihre Adresse und ihren Titel zusammen mit Cookie und IP-Adresse; dafür muss kein Ereignis geschrieben werden.',
    remedy:
      'Tracker von solchen Seiten fernhalten oder mit jedem Aufruf eine eigene neutrale Adresse und einen neutralen Titel senden.',
  },
  'sensitive/product-content': {
    title: 'Produktnamen oder Kategorien, die Sensibles verraten, werden als Inhalt von Ereignissen gesendet',
    why: 'Was jemand dort ansieht oder kauft, sind Gesundheitsdaten oder Daten einer anderen besonderen Kategorie, sobald es sich einer Person zuordnen lässt.',
    remedy:
      'Keine Namen und Kategorien senden; wo das Ereignis gebraucht wird, einen Wert und eine neutrale Kennung, die nur Sie auflösen können.',
  },
  'sensitive/search-term': {
    title: 'Suchbegriffe der Besucher einer sensiblen Website werden gesendet',
    why: 'Man sucht nach dem, was einem fehlt. Die Begriffe erreichen den Anbieter zusammen mit dem, was er von der Person weiß.',
    remedy: 'Suchbegriffe aus Ereignissen und Adressen heraushalten.',
  },
  'parse-error': {
    title: 'Ein Text, der sich nicht lesen lässt',
    why: 'Was dort steht, wurde nicht geprüft: Dass nichts gefunden wurde, besagt nichts.',
    remedy: 'Den Text berichtigen.',
  },
  'suppression/unused': {
    title: 'Eine Unterdrückung, die nichts abschaltet',
    why: 'Sie würde den nächsten Befund verdecken, ohne dass ihn jemand angesehen hätte.',
    remedy: 'Entfernen oder dorthin setzen, wo der Befund beginnt.',
  },
  'suppression/without-reason': {
    title: 'Eine Unterdrückung ohne Begründung',
    why: 'Wer die Datei später prüft, kann nicht sagen, ob der Grund noch gilt; sie bleibt ohne Wirkung.',
    remedy: 'Den Grund dahinter schreiben.',
  },
  'suppression/expired': {
    title: 'Eine Unterdrückung, deren Datum verstrichen ist',
    why: 'Sie sollte bis zu dem genannten Tag gelten und verdeckt weiterhin, was sie verdeckt.',
    remedy: 'Beheben, was sie verdeckt, oder neu prüfen und ein neues Datum setzen.',
  },
  'suppression/malformed': {
    title: 'Eine Unterdrückung, die sich nicht verstehen lässt',
    why: 'Sie hat keine Wirkung, und wer sie geschrieben hat, glaubt das Gegenteil.',
    remedy: 'Berichtigen.',
  },
  'configuration/without-effect': {
    title: 'Etwas in der Konfiguration, das nichts trifft',
    why: 'Was da ist und nichts tut, hält man für etwas, das es tut.',
    remedy: 'Berichtigen oder entfernen.',
  },
};
