//! The certificates of the system decide who is believed. Made by `openssl`, where there is one.

use super::*;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

/// An authority of one day and a certificate of this machine by it; nothing without `openssl`.
fn certificates(folder: &Path) -> Option<()> {
    fs::write(folder.join("names"), "subjectAltName=IP:127.0.0.1\n").unwrap();
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    for line in [
        format!("req -x509 {key} -keyout ca.key -out ca.pem -days 2 -subj /CN=Prova"),
        format!("req {key} -keyout key.pem -out leaf.csr -subj /CN=localhost"),
        "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out leaf.pem -days 2 -extfile names"
            .to_owned(),
    ] {
        let mut openssl = Command::new("openssl");
        let done = openssl.args(line.split(' ')).current_dir(folder).output().ok()?;
        assert!(done.status.success(), "{done:?}");
    }
    Some(())
}

/// Answers every request by TLS with the same bytes.
fn serve(folder: &Path, answer: Vec<u8>) -> u16 {
    let chain = CertificateDer::pem_file_iter(folder.join("leaf.pem")).unwrap();
    let chain = chain.map(Result::unwrap).collect();
    let key = PrivateKeyDer::from_pem_file(folder.join("key.pem")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.unwrap().with_no_client_auth().with_single_cert(chain, key);
    let config = Arc::new(config.unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for line in listener.incoming() {
            let session = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut line = StreamOwned::new(session, line.unwrap());
            let mut asked = [0; 4096];
            // Who does not believe the certificate asks for nothing.
            if line.read(&mut asked).is_ok_and(|read| read > 0) {
                line.write_all(&answer).unwrap();
                line.conn.send_close_notify();
                line.flush().unwrap();
            }
        }
    });
    port
}

#[test]
fn who_is_vouched_for_is_believed_and_nobody_else() {
    let world = World::new();
    if certificates(world.home()).is_none() {
        println!("skipped: there is no openssl");
        assert!(std::env::var_os("CI").is_none());
        return;
    }
    let table = places(3);
    let mut answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", table.len()).into_bytes();
    answer.extend(&table);
    let list = |port: u16| {
        let text = format!("[[tabella]]\nfile = {PLACES:?}\nindirizzo = \"https://127.0.0.1:{port}/x\"\n");
        fs::write(world.home().join("indirizzi.toml"), text).unwrap();
    };
    list(serve(world.home(), answer));
    let said = world.refused(PLACES);
    assert!(
        said.err.contains("certificato") && !said.err.contains("Riprovo"),
        "{said:?}"
    );
    let believed = || {
        let mut command = world.command(&["scarica", "--regione", "toscana"]);
        let output = command
            .env("SSL_CERT_FILE", world.home().join("ca.pem"))
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    assert_eq!(believed().0, Some(0), "{}", believed().1);
    assert_eq!(fs::read(world.table(PLACES)).unwrap(), table);
    // What begins with TLS does not end without.
    fs::remove_dir_all(world.table("")).unwrap();
    let plain = Server::start(|_, line| server::whole(line, &[], &places(3)));
    let away = format!(
        "HTTP/1.1 302 x\r\nLocation: {}\r\nContent-Length: 0\r\n\r\n",
        plain.at("x")
    );
    list(serve(world.home(), away.into_bytes()));
    let (code, err) = believed();
    assert_eq!(code, Some(3));
    assert!(err.contains("senza TLS"), "{err}");
    assert!(plain.seen().is_empty());
}
