//! Keys: a region makes a pair and keeps the secret one; a desk names the public one in its settings.
//! The files are those of minisign, so that other programs can make and check them too.

use super::RenewError;
use super::bytes::sha256;
use crate::snapshot::read_text;
use minisign::{KeyPair, SecretKey, SecretKeyBox};
use minisign_verify::{PublicKey, Signature};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// A key or a signature is a few lines.
pub const MOST: u64 = 8 << 10;

/// A pair that was made.
#[derive(Debug)]
pub struct Made {
    pub secret: PathBuf,
    pub public: PathBuf,
    /// What stands in the settings of the desks.
    pub key: String,
}

/// Makes a pair: `secret` for its owner alone, and beside it the public one. Neither is ever written
/// over.
///
/// # Errors
/// When one of the files is there, or cannot be written.
pub fn make(secret: &Path) -> Result<Made, RenewError> {
    let public = secret.with_extension("pub");
    for path in [secret, &public] {
        if path.symlink_metadata().is_ok() {
            return Err(RenewError::write(path, ErrorKind::AlreadyExists.into()));
        }
    }
    let other = |error: minisign::PError| RenewError::write(secret, std::io::Error::other(error));
    let KeyPair { pk, sk } = KeyPair::generate_unencrypted_keypair().map_err(other)?;
    let key = pk.to_base64();
    let comment = format!("Sportello, {}", fingerprint(&key));
    let boxed = sk.to_box(Some(&comment)).map_err(other)?.into_string();
    write_new(secret, boxed.as_bytes(), true)?;
    let open = format!("untrusted comment: {comment}\n{key}\n");
    if let Err(error) = write_new(&public, open.as_bytes(), false) {
        // A secret key of which nobody has the other half is of no use.
        _ = fs::remove_file(secret);
        return Err(error);
    }
    Ok(Made {
        secret: secret.to_owned(),
        public,
        key,
    })
}

fn write_new(path: &Path, bytes: &[u8], private: bool) -> Result<(), RenewError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if private { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _ = private;
    let written = options.open(path).and_then(|mut file| {
        let done = file.write_all(bytes).and_then(|()| file.sync_all());
        if done.is_err() {
            // It was made here a moment ago, and is not whole.
            _ = fs::remove_file(path);
        }
        done
    });
    written.map_err(|error| RenewError::write(path, error))
}

/// By which two people compare a key, on the telephone: eight groups of four signs.
pub fn fingerprint(key: &str) -> String {
    let digest = sha256(key.trim().as_bytes());
    let digits: Vec<char> = digest.chars().take(32).collect();
    let groups: Vec<String> = digits.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

/// The secret key of a file.
///
/// # Errors
/// When it is none, has a password, or cannot be read.
pub fn secret(path: &Path) -> Result<SecretKey, RenewError> {
    let text = read_text(path, MOST).map_err(|error| RenewError::read(path, error))?;
    let none = |_| RenewError::NoKey(path.display().to_string());
    let boxed = SecretKeyBox::from_string(&text).map_err(none)?;
    boxed.into_unencrypted_secret_key().map_err(none)
}

/// Signs bytes.
///
/// # Errors
/// When the key does not serve.
pub fn sign(path: &Path, secret: &SecretKey, bytes: &[u8], says: &str) -> Result<String, RenewError> {
    let none = |_| RenewError::NoKey(path.display().to_string());
    let signed = minisign::sign(None, secret, bytes, Some(says), Some("Sportello")).map_err(none)?;
    Ok(signed.into_string())
}

/// The public key of a file, or the key itself.
///
/// # Errors
/// When it is neither.
pub fn public(text: &str) -> Result<String, RenewError> {
    let told = || RenewError::NoKey(text.trim().to_owned());
    let inside = match PublicKey::from_base64(text.trim()) {
        Ok(_) => return Ok(text.trim().to_owned()),
        Err(_) => read_text(Path::new(text.trim()), MOST).map_err(|_| told())?,
    };
    let line = inside
        .lines()
        .find(|line| PublicKey::from_base64(line.trim()).is_ok());
    line.map(|line| line.trim().to_owned()).ok_or_else(told)
}

/// A public key as it stands on one line; a file is not looked at.
pub fn public_only(text: &str) -> Option<String> {
    let key = text.trim();
    PublicKey::from_base64(key).ok().map(|_| key.to_owned())
}

/// The fingerprint of the public half of a secret key.
///
/// # Errors
/// When the key does not serve.
pub fn fingerprint_of(path: &Path, secret: &SecretKey) -> Result<String, RenewError> {
    Ok(fingerprint(&public_of(path, secret)?))
}

/// The public half of a secret key.
///
/// # Errors
/// When the key does not serve.
pub fn public_of(path: &Path, secret: &SecretKey) -> Result<String, RenewError> {
    let none = |_| RenewError::NoKey(path.display().to_string());
    let public = minisign::PublicKey::from_secret_key(secret).map_err(none)?;
    Ok(public.to_base64())
}

/// The keys that a desk trusts.
#[derive(Clone, Debug, Default)]
pub struct Keys(Vec<(String, PublicKey)>);

/// So many of the settings are read: one at hand, and one that is to follow it.
pub const MOST_KEYS: usize = 2;

impl Keys {
    /// Of the settings, and of what a trusted package announced.
    ///
    /// # Errors
    /// When one of the settings is no key, or they are more than two.
    pub fn new(settings: &[String], announced: &[String]) -> Result<Keys, RenewError> {
        if settings.len() > MOST_KEYS {
            return Err(RenewError::ManyKeys);
        }
        let mut keys = Keys::default();
        for key in settings {
            let key = public(key)?;
            keys.trust(&key);
        }
        announced.iter().for_each(|key| keys.trust(key));
        Ok(keys)
    }

    fn trust(&mut self, key: &str) {
        if let Ok(public) = PublicKey::from_base64(key)
            && !self.0.iter().any(|(own, _)| own == key)
        {
            self.0.push((key.to_owned(), public));
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Which of them signed the bytes.
    ///
    /// # Errors
    /// When none of them did: the bytes were changed, or the key is unknown.
    pub fn signer(&self, bytes: &[u8], signature: &str) -> Result<String, RenewError> {
        let signature = Signature::decode(signature).map_err(|_| RenewError::NoSignature)?;
        let mut error = RenewError::UnknownKey;
        for (key, public) in &self.0 {
            match public.verify(bytes, &signature, false) {
                Ok(()) => return Ok(key.clone()),
                // Signed in the name of this key, and not by it.
                Err(minisign_verify::Error::UnexpectedKeyId) => {}
                Err(_) => error = RenewError::Forged,
            }
        }
        Err(error)
    }
}
