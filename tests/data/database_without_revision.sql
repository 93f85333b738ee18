BEGIN TRANSACTION;
CREATE TABLE document_types (
	"key" VARCHAR(100) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	content TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (name)
);
INSERT INTO "document_types" VALUES('own_1','本社区总结','name: 本社区总结
');
CREATE TABLE preferences (
	name VARCHAR(64) NOT NULL, 
	content TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "preferences" VALUES('page','{"plain_editor":true}');
CREATE TABLE section_versions (
	id INTEGER NOT NULL, 
	work_id VARCHAR(32) NOT NULL, 
	section_key VARCHAR(200) NOT NULL, 
	content TEXT NOT NULL, 
	made DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(work_id) REFERENCES works (id) ON DELETE CASCADE
);
INSERT INTO "section_versions" VALUES(1,'iRlXuYBl-rFF','s0','{"key":"s0","heading":"一","text":"共有2496户。","table":null,"origin":"offline","revision":0}','2026-11-27 19:59:48.267310');
INSERT INTO "section_versions" VALUES(2,'iRlXuYBl-rFF','s0','{"key":"s0","heading":"一","text":"全社区共有2496户。","table":null,"origin":"offline","revision":0}','2026-11-27 19:59:48.268116');
CREATE TABLE templates (
	work_id VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (work_id), 
	FOREIGN KEY(work_id) REFERENCES works (id) ON DELETE CASCADE
);
INSERT INTO "templates" VALUES('iRlXuYBl-rFF','模板.docx',X'504B');
CREATE TABLE works (
	id VARCHAR(32) NOT NULL, 
	content TEXT NOT NULL, 
	changed DATETIME NOT NULL, 
	deleted BOOLEAN NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "works" VALUES('iRlXuYBl-rFF','{"id":"iRlXuYBl-rFF","unit":"和平社区","superior":"","document":"annual_summary","period":"2025年度","date":"","private":"","title":"","fonts":"stock","entries":[{"id":"households","topic":"profile","label":"户数","value":"2,496","unit":"户","previous":"","text":"","note":""}],"draft":{"title":"总结","unit":"和平社区","date":"","document":"annual_summary","period":"","sections":[{"key":"s0","heading":"一","text":"全社区共有2496户。","table":null,"origin":"offline","revision":0}]},"locked":[],"plan":{"document":"","sections":[]},"aside":[]}','2026-11-27 19:59:48.268015',0);
INSERT INTO "works" VALUES('9kNW8ai-7E5r','{"id":"9kNW8ai-7E5r","unit":"删去的","superior":"","document":"annual_summary","period":"","date":"","private":"","title":"","fonts":"stock","entries":[],"draft":null,"locked":[],"plan":{"document":"","sections":[]},"aside":[]}','2026-11-27 19:59:48.270597',1);
CREATE INDEX ix_works_changed ON works (changed);
CREATE INDEX section_versions_of_work ON section_versions (work_id, section_key);
COMMIT;
